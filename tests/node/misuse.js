// What must not compile: `tsc` fails here if one of these lines is no error. Nothing runs this file.
import { parse } from "../../www/pkg/whosaid.js";

// @ts-expect-error a text is a string
parse(5);
// @ts-expect-error no such option
parse("", { fromat: "prose" });
// @ts-expect-error no such format
parse("", { format: "html" });

const reading = parse("", { format: "auto" });

// @ts-expect-error a reading does not change
reading.statements = [];
// @ts-expect-error no such condition
reading.filter({ speakers: 0 });
// @ts-expect-error no such kind
reading.filter({ kind: "loud" });
// @ts-expect-error a topic has terms
reading.filter({ topic: { label: "a" } });
// @ts-expect-error a list of topics
reading.highlight({ label: "a", terms: [] });
// @ts-expect-error no such option
reading.highlight([], { case: true });
// @ts-expect-error a speaker may be unknown
reading.statements.map(({ speaker }) => speaker.toFixed());
// @ts-expect-error ids are numbers
reading.speakers.map(({ id }) => id.length);
