// The shortest words that are unique: anchoring/revision/words.py in script.

import { data } from "./data.js";
import { firstWords, lastWords, snap } from "./edges.js";
import { fold, SPACES } from "./folding.js";
import { places } from "./places.js";

const { around, ends, quote: longestQuote, sentences: most, steps } = data.limits;

/** The sentences of a page that a span touches. */
export const touchedBy = ({ sentences }, [start, end]) =>
  sentences.filter((sentence) => sentence.start < end && sentence.end > start);

/** A selector that leads exactly to a span of a page, or null where no words do. */
export function selectorFor(page, span) {
  const [start, end] = span;
  const touched = touchedBy(page, span);
  const scope = [touched[0]?.start, touched.at(-1)?.end];
  if (!touched.length || touched.length > most) return null;
  const at = touched.map(({ id }) => id);
  if (`${scope}` === `${span}`) return { at };
  const before = fold(page.text.slice(Math.max(0, start - around), start));
  const after = fold(page.text.slice(end, end + around));
  const surroundings = steps.flatMap((number) => {
    const [prefix, suffix] = [lastWords(before, number), firstWords(after, number)];
    return [{ prefix }, { suffix }, { prefix, suffix }];
  });
  return (
    quotes(page.text.slice(start, end))
      .flatMap((quote) => [{}, ...surroundings].map((words) => ({ at, quote, ...words })))
      .find((selector) => `${places(page.text, scope, selector)}` === `${span}`) ?? null
  );
}

/** The span to which words lead that has all of a span and little more: itself, if they lead there. */
export function reachable(page, [start, end]) {
  const touched = touchedBy(page, [start, end]);
  const [first, last] = [touched[0].start, touched.at(-1).end];
  const most = Math.max(start - first, last - end);
  for (let more = 0; more < most; more++) {
    for (const [before, behind] of [[more, 0], [0, more], [more, more]]) {
      const [from, to] = [Math.max(first, start - before), Math.min(last, end + behind)];
      const span = snap(page.text, from, to);
      if (selectorFor(page, span)) return span;
    }
  }
  return [first, last];
}

/** The words in full; of many, more and more of both ends. */
function quotes(text) {
  const words = text.split(SPACES).join(" ");
  const fits = (quote) => [...quote].length <= longestQuote;
  const named = (number) => `${firstWords(words, number)} … ${lastWords(words, number)}`;
  return fits(words) ? [words] : ends.map(named).filter(fits);
}
