// The shortest words that are unique: anchoring/revision/words.py in script.

import { data } from "./data.js";
import { firstWords, lastWords } from "./edges.js";
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
    quotes(page.text, touched, start, end)
      .flatMap((quote) => [{}, ...surroundings].map((words) => ({ at, quote, ...words })))
      .find((selector) => `${places(page.text, scope, selector)}` === `${span}`) ?? null
  );
}

/** The words in full; of many, or over the marks of a heading, both ends only. */
function quotes(text, touched, start, end) {
  const spaced = (from, to) => text.slice(from, to).split(SPACES).join(" ").trim();
  const fits = (quote) => [...quote].length <= longestQuote;
  const breaks = [...touched.keys()].slice(1).filter((n) => touched[n - 1].broken);
  const whole = spaced(start, end);
  if (!breaks.length && fits(whole)) return [whole];
  const first = breaks.length ? spaced(start, touched[breaks[0] - 1].end) : whole;
  const last = breaks.length ? spaced(touched[breaks.at(-1)].start, end) : whole;
  return (breaks.length ? [3, ...ends] : ends)
    .map((number) => `${firstWords(first, number)} … ${lastWords(last, number)}`)
    .filter(fits);
}
