// Where a quote stands: anchoring/anchor.py in script, for the sentences of one page.

import { data } from "./data.js";
import { isWholeWords } from "./edges.js";
import { fold, Folded, strip } from "./folding.js";

const { elided, white } = data.limits;

/** The spans of a page that a selector names: one if it is unique. */
export function places(page, { at, quote, prefix = "", suffix = "" }) {
  const touched = page.sentences.filter((sentence) => at.includes(sentence.id));
  const scope = [touched[0].start, touched.at(-1).end];
  if (!quote) return [scope];
  const [before, after] = [fold(prefix), fold(suffix)];
  const found = standing(page.text, scope, fold(quote)).filter(
    ([start, end]) => preceded(page.text, start, before) && followed(page.text, end, after),
  );
  const literal = found.filter(([start, end]) => page.text.slice(start, end) === quote);
  return literal.length ? literal : found;
}

function standing(text, [from, to], quote) {
  const folded = new Folded(text.slice(from, to));
  const original = ([start, end]) => [from + folded.start(start), from + folded.end(end)];
  const whole = wholeWords(folded.text, quote);
  if (whole.length || !quote.includes("...")) return whole.map(original);
  return overGaps(folded.text, quote.split("...").map(strip)).map(original);
}

/** The passages in which every part follows the one before, near enough. */
function overGaps(text, parts) {
  if (!parts.every(Boolean)) return [];
  const [firsts, ...middles] = parts.map((part) => wholeWords(text, part));
  const lasts = middles.pop();
  return firsts.flatMap(([start, firstEnd]) => {
    const next = (at, spans) => spans.find((span) => span[0] >= at)?.[1] ?? Infinity;
    const behind = middles.reduce(next, firstEnd);
    const near = ([from, end]) => from >= behind && end - start <= elided;
    return lasts.filter(near).map(([, end]) => [start, end]);
  });
}

function wholeWords(text, quote) {
  const spans = [];
  if (!quote) return spans;
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    if (isWholeWords(text, start, end)) spans.push([start, end]);
  }
  return spans;
}

// Folding shortens: twice the length and some, so that enough of it is left.
const reach = (length) => 2 * length + white;

const preceded = (text, start, before) =>
  !before || fold(text.slice(Math.max(0, start - reach(before.length)), start)).endsWith(before);

const followed = (text, end, after) =>
  !after || fold(text.slice(end, end + reach(after.length))).startsWith(after);
