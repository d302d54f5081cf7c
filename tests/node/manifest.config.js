// What the analyser of custom elements reads, and that it leaves package.json alone.
export default { globs: ["who-said.js"], packagejson: false };
