// Where words begin and end: anchoring/word_edges.py in script.

import { data } from "./data.js";

const { letters } = data;
const PART = `(?![${letters.unspaced}])[\\p{L}\\p{N}\\p{M}]`;
// What folding drops is no end of a word.
const IN_WORD = new RegExp(`(?<=${PART}[${letters.dropped}]*)(?=[${letters.dropped}]*${PART})`, "uy");
const SOMETHING = new RegExp(`[^${letters.space}${letters.dropped}]`, "u");
const WORD = new RegExp(`[${letters.unspaced}]|[^${letters.space}${letters.unspaced}]+`, "gu");

function isInWord(text, offset) {
  IN_WORD.lastIndex = offset;
  return IN_WORD.test(text);
}

/** Whether a span neither begins nor ends within a word. */
export const isWholeWords = (text, start, end) =>
  !isInWord(text, start) && !isInWord(text, end);

/** A span made whole words, without white space at its ends; null when nothing is left. */
export function snap(text, from, to) {
  let [start, end] = [from, to];
  while (start < end && !SOMETHING.test(text[start])) start++;
  while (start < end && !SOMETHING.test(text[end - 1])) end--;
  if (start === end) return null;
  const splits = (at) => text.codePointAt(at - 1) > 0xffff || isInWord(text, at);
  while (splits(start)) start--;
  while (splits(end)) end++;
  return [start, end];
}

/** So many words of a text, as it has them: its first ones, or with a minus its last. */
export function someWords(text, number) {
  const words = [...text.matchAll(WORD)];
  const some = number > 0 ? words.slice(0, number) : words.slice(number);
  return some.length ? text.slice(some[0].index, some.at(-1).index + some.at(-1)[0].length) : "";
}
