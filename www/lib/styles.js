/**
 * How the controls look. Fonts and colours are the host page's: everything is drawn in its text
 * colour, and speakers in the palette, which follows the page's color-scheme.
 */

const RULES = `
.frame {
  --ink: currentColor;
  --soft: color-mix(in srgb, currentColor 72%, transparent);
  --hair: color-mix(in srgb, currentColor 22%, transparent);
  --wash: color-mix(in srgb, currentColor 7%, transparent);
  --paper: var(--who-said-paper, Canvas);
  --focus: var(--who-said-focus, light-dark(#0465af, #7dbdfe));
}

.bar, .panel, .card, .gutter, .note {
  font-size: var(--who-said-size, 0.875rem);
  line-height: 1.4;
}

.bar {
  container-type: inline-size;
  contain: layout;
  position: relative;
  z-index: 1;
  border-block: 1px solid var(--hair);
  padding-block: 0.6em 0.7em;
  margin-block-end: 1.5em;
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 0.55em;
  background: var(--who-said-bar, transparent);
}

.line { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4em 1em; }
.first { flex-wrap: nowrap; column-gap: 0.7em; }
.first > :not(.status) { flex: none; }
.status { margin: 0; min-inline-size: 0; font-variant-numeric: tabular-nums; color: var(--soft); }
.steps { margin-inline-start: auto; display: flex; gap: 2px; }
.chips { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35em; }
.topics { flex: 1 1 20em; gap: 0.35em 0.6em; }
.pair { display: inline-flex; align-items: center; gap: 1px; }
.pair .icon svg { inline-size: 0.93em; block-size: 0.93em; }
span.entry { display: inline-flex; align-items: center; gap: 0.2em; }

button, input { font: inherit; color: inherit; letter-spacing: inherit; }
button { cursor: pointer; }
:is(button, input, select, summary, .card):focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
}

.chip {
  display: inline-flex;
  align-items: baseline;
  gap: 0.5em;
  min-block-size: 2em;
  max-inline-size: 100%;
  padding: 0.28em 0.7em 0.34em;
  border: 1px solid var(--hair);
  border-radius: 2px;
  background: none;
  text-align: start;
}
.chip:hover { background: var(--wash); }
.chip[aria-pressed="true"] { border-color: currentColor; box-shadow: inset 0 0 0 1px currentColor; }
.count { font-variant-numeric: tabular-nums; color: var(--soft); }

.label, .topic, .manner { text-underline-offset: 0.18em; overflow-wrap: anywhere; }
.label { background-color: var(--tint); padding-inline: 0.2em; }
.topic { background: var(--who-said-topic, light-dark(#ffe88f, #6d5800)); color: var(--who-said-topic-ink, light-dark(#1a1a1a, #fff)); padding-inline: 0.2em; box-shadow: inset 0 1.5px; text-shadow: 0.03em 0 currentColor; }
.manner { padding-inline: 0.15em; }
.manner:is([data-kind="direct"], [data-kind="mixed"]) { background: color-mix(in srgb, currentColor 18%, transparent); text-decoration: underline; text-decoration-thickness: 2px; }
.manner[data-kind="indirect"] { background: color-mix(in srgb, currentColor 8%, transparent); text-decoration: underline; text-decoration-thickness: 2px; }
.manner[data-kind="turn"] { background: color-mix(in srgb, currentColor 12%, transparent); }
.manner[data-kind="thought"] { text-decoration: underline; text-decoration-thickness: 2px; }

.box {
  inline-size: min(15em, 60cqi);
  min-block-size: 2em;
  padding: 0.2em 0.1em;
  border: 0;
  border-block-end: 1px solid color-mix(in srgb, currentColor 60%, transparent);
  border-radius: 0;
  background: none;
}
.box::placeholder { color: var(--soft); opacity: 1; }
/* Lies over what is below, which must not move from under the pointer when the box is left. */
.hint { display: none; position: absolute; z-index: 1; margin: 2px 0 0; padding: 0.3em 0.6em; max-inline-size: 100%; box-sizing: border-box; border: 1px solid var(--hair); border-radius: 2px; background: var(--paper); pointer-events: none; }
.ask:has(.box:focus) .hint { display: block; }

.quiet {
  min-block-size: 24px;
  padding: 0.2em 0.4em;
  border: 0;
  background: none;
  text-decoration: underline; text-decoration-thickness: 1px;
  text-underline-offset: 0.2em;
}
.quiet:hover { background: var(--wash); }
.quiet[aria-pressed="true"] { text-decoration: none; box-shadow: inset 0 0 0 1px currentColor; padding-inline: 0.6em; border-radius: 2px; }
.icon { display: inline-grid; place-items: center; inline-size: 2em; block-size: 2em; min-inline-size: 24px; min-block-size: 24px; padding: 0; border: 0; border-radius: 2px; background: none; flex: none; }
.icon:hover { background: var(--wash); }
.icon svg { inline-size: 1.15em; block-size: 1.15em; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }

.wide .turned { grid-template-columns: var(--who-said-panel, 19em) var(--who-said-gutter, 8.5em) minmax(0, 1fr); }
.wide .turned.turns { grid-template-columns: var(--who-said-panel, 19em) minmax(0, 1fr); }
.only-list .turned.turned { grid-template-columns: minmax(0, 1fr); }
.wide .turned .panel { order: -2; }
.wide .turned .gutter { order: -1; }
.gutter span { position: absolute; inset-inline: 0; inset-block-start: 0; text-align: end; line-height: 1.3; }
.turned .gutter span { text-align: start; }

.heading { margin: 0; font-size: 1em; font-weight: 600; }
.panel { contain: layout; min-inline-size: 0; border-block-start: 1px solid var(--hair); padding-block-start: 0.8em; }
.wide .panel {
  border: 0;
  padding: 0;
  align-self: start;
  position: sticky;
  inset-block-start: 1em;
  display: flex;
  flex-direction: column;
  max-block-size: calc(100vh - 2em);
}
.list { list-style: none; margin: 0.5em 0 0; padding: 0; }
.wide .list { overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; }
.only-list .panel { position: static; max-block-size: none; max-inline-size: 46rem; }
button.entry {
  display: block;
  inline-size: 100%;
  padding: 0.55em 0.5em 0.6em;
  border: 0;
  border-block-start: 1px solid var(--hair);
  background: none;
  text-align: start;
}
button.entry:hover { background: var(--wash); }
button.entry[aria-current] { background: var(--wash); box-shadow: inset 3px 0 0 currentColor; }
button.entry:dir(rtl)[aria-current] { box-shadow: inset -3px 0 0 currentColor; }
.list button.entry:focus-visible { outline-offset: -2px; }
.who { display: block; }
.kind { color: var(--soft); }
.words { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; margin-block-start: 0.2em; }
.only-list .words { -webkit-line-clamp: none; display: block; font-size: 1.15em; max-inline-size: 60ch; }
.empty { color: var(--soft); margin: 0.5em 0 0; }

.card {
  box-sizing: border-box;
  position: absolute;
  inset: auto;
  margin: 0;
  inline-size: min(26rem, calc(100vw - 16px));
  max-block-size: min(32rem, calc(100vh - 16px));
  overflow-y: auto;
  padding: 0.8em 1em 1em;
  border: 1px solid color-mix(in srgb, currentColor 40%, transparent);
  border-radius: 3px;
  background: var(--who-said-paper, Canvas);
  color: var(--who-said-ink, CanvasText);
  box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
}
.overview { min-inline-size: 0; }
summary { min-block-size: 24px; inline-size: fit-content; padding-inline-end: 0.4em; cursor: pointer; color: var(--soft); }
summary:hover { color: inherit; }
.views { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1em 2.2em; padding-block: 0.7em 0.4em; }
.views .heading { font-weight: 400; color: var(--soft); margin-block-end: 0.4em; }
@container (min-width: 61.4em) { .views { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
.bands { display: grid; grid-template-columns: fit-content(14em) minmax(0, 1fr); align-items: center; column-gap: 0.8em; }
.band { display: contents; }
.of { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; padding-block: 1px 4px; text-align: left; }
.bar:dir(rtl) .of { text-align: right; }
.of .label, .of .topic { overflow-wrap: normal; }
.track { display: block; inline-size: 100%; block-size: 26px; padding: 6px 0; border: 0; background: none; color: var(--line, currentColor); }
.track svg { display: block; inline-size: 100%; block-size: 14px; background: linear-gradient(var(--hair), var(--hair)) center / 100% 1px no-repeat; }
.track:hover svg { background-color: var(--wash); }
.track:dir(rtl) svg { transform: scaleX(-1); }
.track path { fill: currentColor; }
.track path.all { opacity: 0.3; }
.scroll { overflow-x: auto; padding: 3px; margin: -3px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { font-weight: 400; text-align: start; vertical-align: bottom; }
th[scope="col"] { text-align: center; padding: 0 0.6em 0.3em; max-inline-size: 9em; }
th[scope="row"] { padding: 0.15em 1em 0.15em 0; padding-inline: 0 1em; vertical-align: middle; max-inline-size: 14em; }
th .label { overflow-wrap: break-word; }
td { text-align: center; padding: 1px; }
.cell { inline-size: 100%; min-inline-size: 3.2em; min-block-size: 26px; padding: 0; border: 0; border-radius: 1px; background: color-mix(in srgb, currentColor var(--depth), transparent); }
.cell:hover { outline: 1px solid currentColor; }
.cell[aria-pressed="true"] { box-shadow: inset 0 0 0 2px currentColor; }
.none { color: var(--soft); }

.place { font-variant-numeric: tabular-nums; color: var(--soft); white-space: nowrap; align-self: center; margin-inline-end: 0.4em; }
.card .steps { align-items: center; }
.acts { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3em 0.9em; margin-block-start: 0.8em; padding-block-start: 0.6em; border-block-start: 1px solid var(--hair); }
.acts .quiet { padding-inline: 0; }
.news { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.told { color: var(--soft); }
.assign { flex: 1 1 100%; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2em 0.6em; }
select { font: inherit; color: inherit; min-block-size: 26px; max-inline-size: 100%; padding: 0.1em 0.3em; border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: 2px; background: var(--paper); }
.assign select { flex: 1 1 10em; min-inline-size: 0; }
.corrected { flex: 1 1 100%; margin: 0; color: var(--soft); }
.panel .line { justify-content: space-between; flex-wrap: nowrap; }

.card .line { justify-content: space-between; flex-wrap: nowrap; align-items: start; }
.card .heading { font-size: 1.05em; }
.card .icon { margin-block-start: -2px; }
.card .icon:last-child { margin-inline-end: -6px; }
.card .kind { font-weight: 400; }
blockquote {
  margin: 0.5em 0 0.7em;
  padding-inline-start: 0.8em;
  border-inline-start: 2px solid var(--hair);
}
.content p { margin: 0.45em 0 0; }
.how { font-weight: 600; }
q { font-style: italic; }
q:lang(fa), q:lang(ar), q:lang(zh) { font-style: normal; }
.sure { display: flex; align-items: center; gap: 0.6em; color: var(--soft); }
.gauge { display: inline-block; inline-size: 5em; block-size: 4px; background: var(--hair); }
.gauge span { display: block; block-size: 100%; background: currentColor; }
.also { margin-block-start: 0.8em; }
.also .heading { font-size: 1em; color: var(--soft); font-weight: 400; }
.note { padding: 0.5em 0; }
.note p { margin: 0; display: inline; }

/* On a phone each group is one row to swipe, so that the text begins on the first screen. */
@container (min-width: 1px) and (max-width: 37em) {
  .chips { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; scroll-padding-inline: 2.5em; padding: 3px; margin: -3px; }
  /* Fades where there is more to come, until its end has been reached. */
  @supports (animation-timeline: scroll()) {
    .chips { animation: more linear; animation-timeline: scroll(self inline); }
    .chips:dir(rtl) { animation-name: more-rtl; }
  }
  /* Room for what a filter adds, so that the text stays in its place. */
  .first { min-block-size: 2.8em; }
  /* A mouse cannot swipe. */
  @media (pointer: fine) { .chips { scrollbar-width: thin; } }
  .chip { flex: none; max-inline-size: 75cqi; }
  .chips .label, .chips .topic { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
  .topics .chips { overflow-x: visible; }
  .topics, .topics + .chips { flex: 1 1 100%; min-inline-size: 0; }
  .box { inline-size: 9.5em; }
  .bands { grid-template-columns: fit-content(8em) minmax(0, 1fr); column-gap: 0.5em; }
}
@keyframes more { 0%, 99% { mask-image: linear-gradient(to left, transparent, black 2.5em); } 100% { mask-image: none; } }
@keyframes more-rtl { 0%, 99% { mask-image: linear-gradient(to right, transparent, black 2.5em); } 100% { mask-image: none; } }
@media (max-width: 30em) {
  .card {
    position: fixed;
    inset: auto 0 0 0 !important;
    inline-size: 100%;
    max-block-size: 60vh;
    border-inline: 0;
    border-block-end: 0;
    border-radius: 0;
  }
  .card.at-top { inset: 0 0 auto 0 !important; }
}
@media (prefers-reduced-motion: no-preference) {
  .chip, .icon, .quiet, button.entry { transition: background-color 120ms; }
}
@media (forced-colors: active) {
  .chip[aria-pressed="true"] { outline: 2px solid Highlight; outline-offset: -3px; }
  button.entry[aria-current], .cell[aria-pressed="true"] { outline: 2px solid Highlight; outline-offset: -2px; }
  .cell { border: 1px solid; }
  .track { color: CanvasText; }
  .gauge { border: 1px solid; forced-color-adjust: none; background: Canvas; }
  .box::placeholder { color: CanvasText; }
  summary, .cell { color: CanvasText; }
}
@media print {
  .steps, .hint, .topics .entry, .quiet, .icon, .panel, .card, summary { display: none !important; }
  .bar { break-after: avoid; break-inside: avoid; }
  .label, .topic, .manner, .cell, .track { print-color-adjust: exact; }
  .chip { border: 0; padding-inline: 0 0.8em; }
}
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @param {ShadowRoot} root */
export function adoptStyles(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
