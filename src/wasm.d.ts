/** Start and end in UTF-16 code units of the text, end exclusive: `text.slice(...range)`. */
export type Range = [start: number, end: number];

export type Format = "prose" | "transcript";

export interface ParseOptions {
  /** How the text is laid out; `"auto"`, the default, looks. */
  format?: "auto" | Format | undefined;
}

/** Blocks stand in text order, do not overlap, and hold all of the text but white space. */
export interface Block {
  range: Range;
  kind:
    | "furniture"
    | "title"
    | "dateline"
    | "heading"
    | "paragraph"
    | "list-item"
    | "turn-label"
    | "stage-note";
  script: Script;
  /** A BCP 47 tag, `"und"` or `"und-Arab"` where only the script is known. */
  language: string;
  direction: "ltr" | "rtl";
}

export type Script =
  | "latin"
  | "arabic"
  | "hebrew"
  | "cyrillic"
  | "greek"
  | "han"
  | "kana"
  | "hangul"
  | "devanagari"
  | "other";

export interface DateMention {
  range: Range;
  /** YYYY-MM-DD */
  iso: string;
  role: "published" | "event" | "other";
  /** The other reading of a date like 03/04/2019 whose order nothing in the text settles. */
  orElse: string | null;
}

/** Somebody to whom the text gives words, under all their names. */
export interface Speaker {
  /** Its place in `speakers`. */
  id: number;
  /** The fullest form of the name in the text, and where that stands. */
  name: string;
  range: Range;
  /** Every name, title and description in the text once; no pronouns. */
  aliases: string[];
  collective: boolean;
  /** How many statements are theirs, and how many words those hold. */
  statements: number;
  words: number;
}

/** Words that refer to a speaker. A mention may stand inside another: "her" in "her deputy". */
export interface Mention {
  range: Range;
  speaker: number;
  form: "name" | "title" | "description" | "pronoun";
}

export type Kind = "direct" | "indirect" | "mixed" | "turn";

/** Words, or a belief or wish that is given to somebody without words. */
export type Act = "speech" | "thought";

export interface Statement {
  /** Its place in `statements`. */
  id: number;
  /** `null` where the text names nobody, or where we are not sure enough to say. */
  speaker: number | null;
  /** The noun phrase that names the speaker. */
  source: Range[];
  /** The words that report. */
  cue: Range[];
  /** What is said, in text order; several parts where the report cuts it. */
  content: Range[];
  kind: Kind;
  act: Act;
  /** The speaker spoken to. */
  addressee: number | null;
  /** The statement inside whose content this one is reported. */
  inside: number | null;
  /** 0 to 1. */
  confidence: number;
  why: Why;
}

export interface Why {
  rule: Rule;
  /** The words of the cue. */
  cue: string | null;
  /** From the source, step by step, to the speaker's name. */
  chain: Step[];
}

export type Rule =
  | "colon"
  | "quotation"
  | "bare"
  | "report"
  | "according-to"
  | "lead-in"
  | "trailer"
  | "headline"
  | "noun"
  | "label";

/** `from` refers to the same one as `to`. */
export interface Step {
  from: Range;
  to: Range;
  by: "name" | "apposition" | "title" | "pronoun" | "description" | "together" | "self";
}

export interface Topic {
  label: string;
  terms: readonly string[];
}

export interface Hits {
  label: string;
  /** In text order, without overlaps. */
  ranges: Range[];
}

/** Differences in writing to look over, besides case. */
export interface HighlightOptions {
  /** Accents and points: "Erdogan" finds "Erdoğan". */
  accents?: boolean | undefined;
  /** Vowel signs, letter variants and digits of Arabic and Persian: "12" finds "۱۲". */
  arabic?: boolean | undefined;
}

/** An id, a name or a part of one ("Assad"), or `null` for statements of nobody we know. */
export type Who = number | string | null;

/** Every condition must be met; one that is left out asks for nothing. */
export interface Filter {
  /** Any of them. */
  speaker?: Who | readonly Who[] | undefined;
  /** The content touches one of its terms, as `highlight` finds them without options: accents count. */
  topic?: Topic | undefined;
  /** Any of them. */
  kind?: Kind | readonly Kind[] | undefined;
  act?: Act | undefined;
  /** The content has these words; the last may be unfinished. */
  text?: string | undefined;
}

/** A whole reading as plain data. */
export interface ReadingData {
  unit: "utf16";
  format: Format;
  title: Range | null;
  blocks: Block[];
  dates: DateMention[];
  speakers: Speaker[];
  mentions: Mention[];
  statements: Statement[];
}
