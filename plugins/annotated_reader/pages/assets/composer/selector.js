// The shortest words that are unique: anchoring/revision/words.py in script.

import { data } from "./data.js";
import { firstWords, lastWords } from "./edges.js";
import { fold, SPACES, strip } from "./folding.js";
import { places } from "./places.js";

const { around, ends, quote: longestQuote, sentences: most, steps } = data.limits;

/** A selector that leads exactly to a span of a page, or null where no words do. */
export function selectorFor(page, [start, end]) {
  const touched = page.sentences.filter((one) => one.start < end && one.end > start);
  const at = touched.map((sentence) => sentence.id);
  if (!at.length || at.length > most) return null;
  if (touched[0].start === start && touched.at(-1).end === end) return { at, quote: "" };
  for (const quote of quotes(page.text, touched, start, end)) {
    for (const selector of ways(page.text, { at, quote }, start, end)) {
      if (leadsTo(page, selector, start, end)) return selector;
    }
  }
  return null;
}

function leadsTo(page, selector, start, end) {
  const found = places(page, selector);
  return found.length === 1 && found[0][0] === start && found[0][1] === end;
}

const spaced = (text) => strip(text).split(SPACES).join(" ");

/** The words in full; of many, or over the marks of a heading, both ends only. */
function* quotes(text, touched, start, end) {
  const broken = touched.slice(0, -1).filter((sentence) => sentence.broken);
  const whole = spaced(text.slice(start, end));
  if (!broken.length && [...whole].length <= longestQuote) {
    yield whole;
    return;
  }
  const first = broken.length ? spaced(text.slice(start, broken[0].end)) : whole;
  const next = broken.length && touched[touched.indexOf(broken.at(-1)) + 1].start;
  const last = broken.length ? spaced(text.slice(next, end)) : whole;
  for (const number of broken.length ? [3, ...ends] : ends) {
    const quote = `${firstWords(first, number)} … ${lastWords(last, number)}`;
    if ([...quote].length <= longestQuote) yield quote;
  }
}

function* ways(text, bare, start, end) {
  yield bare;
  const before = fold(text.slice(Math.max(0, start - around), start));
  const after = fold(text.slice(end, end + around));
  for (const number of steps) {
    const [prefix, suffix] = [lastWords(before, number), firstWords(after, number)];
    if (prefix) yield { ...bare, prefix };
    if (suffix) yield { ...bare, suffix };
    if (prefix && suffix) yield { ...bare, prefix, suffix };
  }
}
