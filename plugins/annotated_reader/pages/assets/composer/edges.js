// Where words begin and end: anchoring/word_edges.py in script.

import { data } from "./data.js";

const KNOWN = data.letters;
const OF_WORD = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED = new RegExp(`[${KNOWN.unspaced}]`, "u");
const EMPTY = new RegExp(`[${KNOWN.space}${KNOWN.dropped}]`, "u");
const DROPPED = new RegExp(`[${KNOWN.dropped}]`, "u");
const DASH = new RegExp(`[${KNOWN.dash}-]`, "u");
const WORD = new RegExp(`[${KNOWN.unspaced}]|[^${KNOWN.space}${KNOWN.unspaced}]+`, "gu");

const isLow = (code) => code >= 0xdc00 && code <= 0xdfff;

/** The character that begins at an offset, and the one that ends there. */
const at = (text, offset) => String.fromCodePoint(text.codePointAt(offset) ?? 32);
const before = (text, offset) =>
  text.slice(offset - (isLow(text.charCodeAt(offset - 1)) ? 2 : 1), offset);

const isPart = (letter) => OF_WORD.test(letter) && !UNSPACED.test(letter);
/** Whether a place is within a word; what folding drops is no end of one. */
function within(text, offset) {
  let [start, end] = [offset, offset];
  while (DROPPED.test(text[start - 1] ?? "")) start--;
  while (DROPPED.test(text[end] ?? "")) end++;
  return start > 0 && end < text.length && isPart(before(text, start)) && isPart(at(text, end));
}

const inDash = (text, offset) =>
  offset > 0 && offset < text.length && DASH.test(text[offset - 1]) && DASH.test(text[offset]);

/** Whether a span neither begins nor ends within a word. */
export const isWholeWords = (text, start, end) => !within(text, start) && !within(text, end);

/** A span made whole words, without white space at its ends; null when nothing is left. */
export function snap(text, from, to) {
  let [start, end] = [from, to];
  while (start < end && EMPTY.test(text[start])) start++;
  while (end > start && EMPTY.test(text[end - 1])) end--;
  if (start === end) return null;
  const splits = (offset) =>
    isLow(text.charCodeAt(offset)) || within(text, offset) || inDash(text, offset);
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
