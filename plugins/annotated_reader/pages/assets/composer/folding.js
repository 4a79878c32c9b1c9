// The normalisation under which words are compared: anchoring/folding.py in script.

import { data } from "./data.js";

const { space, single, double: twofold, dash, dropped, composing } = data.letters;
const MARKS = `[\\p{M}${composing}]`;
const FOLDED =
  `(?<space> ?(?! )[${space}][${space}]*|  +[${space}]*)` +
  `|(?<dash>[${dash}]+|-(?:[${dropped}]*-)+|(?:(?<=[${space}])|^)-(?=[${space}]|$))` +
  `|(?<single>[${single}])|(?<double>[${twofold}])|(?<dots>…)|(?<dropped>[${dropped}]+)`;
const LETTERS = `|(?<letters>[\\p{L}\\p{N}_]${MARKS}+)|(?<others>(?!\\p{M})[\\u00c0-\\u{2ffff}]${MARKS}*)`;
const COMPOSED = new RegExp(FOLDED, "gu");
const OTHERS = new RegExp(FOLDED + LETTERS, "gu");
const INSTEAD = { space: " ", dash: "-", single: "'", double: '"', dots: "...", dropped: "" };

export const SPACES = new RegExp(`[${space}]+`, "u");
const ENDS = new RegExp(`^[${space}]+|[${space}]+$`, "gu");

/** A text without white space at its ends. */
export const strip = (text) => text.replace(ENDS, "");

/** Whether the first letter of some is written another way in NFC. */
const isComposed = (letters) => {
  const first = String.fromCodePoint(letters.codePointAt(0));
  return first !== first.normalize("NFC");
};

/** A text after folding; each of its letters knows its place before. */
export class Folded {
  constructor(source) {
    this.letters = [];
    const pattern = source === source.normalize("NFC") ? COMPOSED : OTHERS;
    let at = 0;
    for (const match of source.matchAll(pattern)) {
      if (match.groups.others && !isComposed(match[0])) continue;
      this.copy(source, at, match.index);
      at = match.index + match[0].length;
      const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
      const instead = INSTEAD[kind] ?? match[0].normalize("NFC");
      if (kind === "dash" && this.after(" ")) this.letters.pop();
      const again = this.after("dash") || (kind === "space" && this.after(" "));
      if (!(again && (kind === "dash" || kind === "space"))) this.add(instead, match.index, at, kind);
    }
    this.copy(source, at, source.length);
    this.text = this.letters.map(({ letter }) => letter).join("");
  }

  /** The offset before folding of the letter at an offset, and behind the one that ends there. */
  start = (offset) => this.letters[offset].start;
  end = (offset) => this.letters[offset - 1].end;

  after(what) {
    const last = this.letters.at(-1);
    return last?.letter === what || last?.kind === what;
  }

  copy(source, from, end) {
    let start = from;
    while (start < end && source[start] === " " && (this.after("dash") || this.after(" "))) start++;
    for (; start < end; start++) this.add(source[start], start, start + 1);
  }

  add(text, start, end, kind) {
    for (const letter of text.split("")) this.letters.push({ letter, start, end, kind });
  }
}

/** A text after folding, without white space at its ends. */
export const fold = (text) => strip(new Folded(text).text);
