// The normalisation under which words are compared: anchoring/folding.py in script.

import { data } from "./data.js";

const { space, single, double: twofold, dash, dropped, composing } = data.letters;
const MARKS = `[\\p{M}${composing}]`;
const FOLDED =
  `(?<space> ?(?! )[${space}][${space}]*|  +[${space}]*)` +
  `|(?<dash>[${dash}]+|-(?:[${dropped}]*-)+|(?:(?<=[${space}])|^)-(?=[${space}]|$))` +
  `|(?<single>[${single}])|(?<double>[${twofold}])|(?<dots>…)|(?<dropped>[${dropped}]+)`;
const LETTERS = `|(?<letters>[\\p{L}\\p{N}_]${MARKS}+|[\\u00c0-\\u{2ffff}]${MARKS}*)`;
const COMPOSED = new RegExp(FOLDED, "gu");
const OTHERS = new RegExp(FOLDED + LETTERS, "gu");
const INSTEAD = { single: "'", double: '"', dots: "..." };

export const SPACES = new RegExp(`[${space}]+`, "u");
const ENDS = new RegExp(`^[${space}]+|[${space}]+$`, "gu");

/** A text without white space at its ends. */
export const strip = (text) => text.replace(ENDS, "");

/** A text after folding: its runs, each with its place before folding (width 0: unchanged). */
export class Folded {
  constructor(source) {
    this.runs = [];
    this.length = 0;
    const pattern = source === source.normalize("NFC") ? COMPOSED : OTHERS;
    let at = 0;
    for (const match of source.matchAll(pattern)) {
      const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
      if (kind === "letters" && match[0].normalize("NFC") === match[0]) continue;
      this.copy(source, at, match.index);
      this.replace(kind, match[0], match.index);
      at = match.index + match[0].length;
    }
    this.copy(source, at, source.length);
    this.text = this.runs.map((run) => run.text).join("");
  }

  /** The offset before folding of the character at an offset after it. */
  start(offset) {
    const run = this.runs.findLast((one) => one.folded <= offset);
    return run.original + (run.width ? 0 : offset - run.folded);
  }

  /** The offset before folding behind the character that ends at an offset after it. */
  end(offset) {
    const run = this.runs.findLast((one) => one.folded <= offset - 1);
    return run.original + (run.width || offset - run.folded);
  }

  copy(source, from, end) {
    let start = from;
    while (start < end && source[start] === " " && (this.afterDash() || this.afterSpace())) start++;
    if (start < end) this.add(source.slice(start, end), start, 0);
  }

  replace(kind, text, at) {
    if (kind === "dash") {
      this.dropSpace();
      if (!this.afterDash()) this.add("-", at, text.length);
    } else if (kind === "space") {
      if (!this.afterDash() && !this.afterSpace()) this.add(" ", at, text.length);
    } else if (kind === "letters") this.add(text.normalize("NFC"), at, text.length);
    else if (kind !== "dropped") this.add(INSTEAD[kind], at, text.length);
  }

  add(text, original, width) {
    this.runs.push({ folded: this.length, original, width, text });
    this.length += text.length;
  }

  afterDash() {
    const last = this.runs.at(-1);
    return last?.text === "-" && last.width > 0;
  }

  afterSpace() {
    return this.runs.at(-1)?.text.endsWith(" ") ?? false;
  }

  dropSpace() {
    if (!this.afterSpace()) return;
    const last = this.runs.at(-1);
    this.length--;
    last.text = last.text.slice(0, -1);
    if (!last.text) this.runs.pop();
  }
}

/** A text after folding, without white space at its ends. */
export const fold = (text) => strip(new Folded(text).text);
