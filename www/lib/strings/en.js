/**
 * English: the measure of what the other languages must have.
 *
 * `{n}` is a number, other `{holes}` are words of the text, which the page sets in quotation marks.
 */
export const english = {
  title: "Who said what",
  speakers: "Speakers",
  topics: "Topics",
  statements: "Statements",
  nobody: "Speaker not named",
  addTopic: "Highlight a topic",
  topicHint: "A word or phrase; more forms after “=”: United States = U.S., US",
  add: "Add",
  remove: "Remove {topic}",
  kindsTitle: "Kinds of statements",
  moreSpeakers: /** @type {import("../strings.js").Plural} */ ({
    one: "{n} more speaker",
    other: "{n} more speakers",
  }),
  shown: /** @type {import("../strings.js").Plural} */ ({
    one: "{n} statement",
    other: "{n} statements",
  }),
  shownOf: "{shown} of {all} statements",
  more: "Show more",
  none: "No statement fits.",
  nothingFound: "No statement was found in this text.",
  previous: "Previous statement",
  next: "Next statement",
  clear: "Show all",
  only: "Only these",
  close: "Close",
  reading: "Reading…",
  failed: "whosaid cannot read this text: {reason}",
  retry: "Try again",
  alsoHere: "Also here",
  to: "to {name}",
  share: "{percent} of the words",

  overview: "Overview",
  along: "Along the text",
  alongOf: "Go to the next place of {name}",
  matrix: "Speakers and topics",
  matrixHint: "Add a topic to see who speaks about it.",
  cell: /** @type {import("../strings.js").Plural} */ ({
    one: "{n} statement by {name} about {topic}",
    other: "{n} statements by {name} about {topic}",
  }),

  place: "{n} of {all}",
  copyCitation: "Copy citation",
  copyLink: "Copy link",
  copied: "Copied",
  notCopied: "This page does not allow copying.",
  assign: "Wrong? Assign to",
  corrected: "Assigned by you. As read: {name}.",
  undo: "Undo",
  save: "Save as JSON",

  /** How a citation calls each kind. */
  cited: {
    direct: "verbatim",
    indirect: "as reported",
    mixed: "as reported, partly verbatim",
    turn: "verbatim",
    thought: "attributed thought",
  },
  citedCorrected: "speaker assigned by the reader",

  /** How each kind is called beside a statement. */
  kinds: {
    direct: "said",
    indirect: "paraphrased",
    mixed: "partly quoted",
    turn: "in a turn",
    thought: "thought",
  },

  /** How each kind came into the text. */
  how: {
    direct: "In the speaker’s own words.",
    indirect: "Paraphrased by the text, not word for word.",
    mixed: "Paraphrased by the text; the words in quotation marks are the speaker’s own.",
    turn: "A turn of the transcript.",
    thought: "A view or feeling that the text gives to the speaker, not words spoken.",
  },

  /** How sure the reading is of words and speaker together. */
  confidence: {
    high: "Sure ({percent})",
    middle: "Likely ({percent})",
    low: "Unsure ({percent})",
  },

  why: {
    rules: /** @type {Record<import("../strings.js").Rule, string>} */ ({
      "colon": "The words come after {cue} and a colon; the one who speaks there is {source}.",
      "quotation": "The quotation belongs to {cue}; the one who speaks there is {source}.",
      "bare": "A quotation that stands by itself.",
      "report": "Reported by {cue}; the one who speaks there is {source}.",
      "according-to": "The text gives this with the words {cue} {source}.",
      "lead-in": "The sentence opens with {cue}; its subject is {source}.",
      "trailer": "With {cue} the sentence goes on about what {source} said.",
      "headline": "The headline gives this to {source}.",
      "noun": "The text calls this {cue} of {source}.",
      "label": "It stands under the label {source}.",
    }),
    /** Where no words report. */
    sourceOnly: /** @type {Partial<Record<import("../strings.js").Rule, string>> & { other: string }} */ ({
      label: "It stands under the label {source}.",
      headline: "The headline gives this to {source}.",
      other: "The words beside it name {source}.",
    }),
    /** Where nobody is named. */
    cueOnly: "Reported by {cue}.",
    links: /** @type {Record<import("../strings.js").Link, string>} */ ({
      name: "{from} is another form of the name {to}.",
      apposition: "The text sets {from} beside {to}.",
      title: "{from} is a title of {to}.",
      pronoun: "{from} stands for {to}.",
      description: "{from} describes {to}.",
      together: "{from} means them together: {to}.",
      self: "{from} is the one speaking: {to}.",
    }),
    nobody: "The text does not say who, or not surely enough.",
  },
};
