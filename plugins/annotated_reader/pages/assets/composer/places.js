// Where a quote stands: anchoring/anchor.py in script, for the sentences of one page.

import { data } from "./data.js";
import { isWholeWords } from "./edges.js";
import { fold, folded } from "./folding.js";

const { elided, parts: mostParts, white } = data.limits;

/** The spans of a text at which a quote stands, between two places in it. */
export function places(text, [from, to], quote) {
  const scope = folded(text.slice(from, to));
  const original = ([start, end]) => [from + scope.starts[start], from + scope.ends[end - 1]];
  return standing(scope.text, fold(quote)).map(original);
}

/** Whether what stands around a span is what words say. */
export function isAmong(text, [start, end], { prefix = "", suffix = "" }) {
  const [before, after] = [fold(prefix), fold(suffix)];
  // Folding shortens: twice the length and some, so that enough of it is left.
  const near = (words) => 2 * words.length + white;
  return (
    fold(text.slice(Math.max(0, start - near(before)), start)).endsWith(before) &&
    fold(text.slice(end, end + near(after))).startsWith(after)
  );
}

function standing(text, quote) {
  const whole = wholeWords(text, quote);
  const parts = quote.split("...").map((part) => part.trim());
  if (whole.length || !parts.every(Boolean) || parts.length > mostParts) return whole;
  // The passages in which every part follows the one before, near enough.
  const [firsts, ...middles] = parts.map((part) => wholeWords(text, part));
  const lasts = middles.pop() ?? [];
  return firsts.flatMap(([start, firstEnd]) => {
    const next = (at, spans) => spans.find((span) => span[0] >= at)?.[1] ?? Infinity;
    const behind = middles.reduce(next, firstEnd);
    const fits = ([from, end]) => from >= behind && end - start <= elided;
    return lasts.filter(fits).map(([, end]) => [start, end]);
  });
}

function wholeWords(text, quote) {
  const spans = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    if (isWholeWords(text, start, end)) spans.push([start, end]);
  }
  return spans;
}
