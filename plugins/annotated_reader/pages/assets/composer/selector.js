// The shortest words that are unique: anchoring/revision/words.py in script.

import { data } from "./data.js";
import { snap, someWords } from "./edges.js";
import { fold, SPACES } from "./folding.js";
import { isAmong, places } from "./places.js";

const { around, ends, quote: longestQuote, sentences: most, steps } = data.limits;
/** Characters around words in which their edges may belong to something: to a word with a hyphen. */
const FAR = 40;

/** The sentences of a page that a span touches. */
export const touchedBy = ({ sentences }, span) =>
  sentences.filter(({ start, end }) => span && start < span[1] && end > span[0]);

/** A selector that leads exactly to a span of a page, or null where no words do. */
export function selectorFor(page, span) {
  const touched = touchedBy(page, span);
  if (!touched.length || touched.length > most) return null;
  const scope = [touched[0].start, touched.at(-1).end];
  const [start, end] = span;
  const at = touched.map(({ id }) => id);
  if (`${scope}` === `${span}`) return { at };
  const before = fold(page.text.slice(Math.max(0, start - around), start));
  const after = fold(page.text.slice(end, end + around));
  const surroundings = steps.flatMap((number) => {
    const [prefix, suffix] = [someWords(before, -number), someWords(after, number)];
    return [{ prefix }, { suffix }, { prefix, suffix }];
  });
  for (const quote of quotes(page.text.slice(start, end))) {
    const found = places(page.text, scope, quote);
    const leads = (words) => `${found.filter((one) => isAmong(page.text, one, words))}` === `${span}`;
    const words = [{}, ...surroundings].find(leads);
    if (words) return { at, quote, ...words };
  }
  return null;
}

/** A span to which words lead: as it is, else with a little more around it, else whole sentences. */
export function reachable(page, [start, end]) {
  const touched = touchedBy(page, [start, end]);
  const [first, last] = [touched[0].start, touched.at(-1).end];
  for (let more = 0; more < FAR; more++) {
    const span = snap(page.text, Math.max(first, start - more), Math.min(last, end + more));
    if (selectorFor(page, span)) return span;
  }
  return [first, last];
}

/** The words in full; of many, more and more of both ends. */
function quotes(text) {
  const words = text.split(SPACES).join(" ");
  const fits = (quote) => [...quote].length <= longestQuote;
  const named = (number) => `${someWords(words, number)} … ${someWords(words, -number)}`;
  return fits(words) ? [words] : ends.map(named).filter(fits);
}
