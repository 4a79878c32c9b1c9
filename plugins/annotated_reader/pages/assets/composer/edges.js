// Where words begin and end: anchoring/word_edges.py in script.

import { data } from "./data.js";

const { letters } = data;
const PART = `(?![${letters.unspaced}])[\\p{L}\\p{N}\\p{M}]`;
// What folding drops is no end of a word.
const WITHIN = `(?<=${PART}[${letters.dropped}]*)(?=[${letters.dropped}]*${PART})`;
const OF_DASH = `[${letters.dash}-]`;
const IN_WORD = new RegExp(WITHIN, "uy");
const IN_PIECE = new RegExp(`${WITHIN}|(?<=${OF_DASH})(?=${OF_DASH})`, "uy");
const SOMETHING = new RegExp(`[^${letters.space}${letters.dropped}]`, "u");
const WORD = new RegExp(`[${letters.unspaced}]|[^${letters.space}${letters.unspaced}]+`, "gu");

function isAt(pattern, text, offset) {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** Whether a span neither begins nor ends within a word. */
export const isWholeWords = (text, start, end) =>
  !isAt(IN_WORD, text, start) && !isAt(IN_WORD, text, end);

/** A span made whole words, without white space at its ends; null when nothing is left. */
export function snap(text, from, to) {
  let [start, end] = [from, to];
  while (start < end && !SOMETHING.test(text[start])) start++;
  while (start < end && !SOMETHING.test(text[end - 1])) end--;
  if (start === end) return null;
  const splits = (at) => text.codePointAt(at - 1) > 0xffff || isAt(IN_PIECE, text, at);
  while (splits(start)) start--;
  while (splits(end)) end++;
  return [start, end];
}

const words = (text) => [...text.matchAll(WORD)];

/** The first words of a text, as it has them. */
export function firstWords(text, number) {
  const last = words(text).slice(0, number).at(-1);
  return last ? text.slice(0, last.index + last[0].length) : "";
}

/** The last words of a text, as it has them. */
export function lastWords(text, number) {
  const first = words(text).slice(-number)[0];
  return first ? text.slice(first.index) : "";
}
