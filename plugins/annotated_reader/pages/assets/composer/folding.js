// The normalisation under which words are compared: anchoring/folding.py in script.

import { data } from "./data.js";

const { space, single, double: twofold, dash, dropped, composing } = data.letters;
const DASHES = `[${dash}]+|-(?:[${dropped}]*-)+|(?<![^${space}])-(?![^${space}])`;
const LETTER = `(?![${single}])[\\p{L}\\p{N}_][\\p{M}${composing}]*`;
// Dashes; a mark by itself; a letter with its marks, or anything else.
const PIECE = new RegExp(`(${DASHES})|\\p{M}|(${LETTER}|[^])`, "gu");
const KINDS_OF_SIGNS = [[space, " "], [single, "'"], [twofold, '"'], ["…", "..."], [dropped, ""]];
const INSTEAD = new Map(KINDS_OF_SIGNS.flatMap(([signs, text]) => [...signs].map((sign) => [sign, text])));

export const SPACES = new RegExp(`[${space}]+`, "u");

/** A text after folding, and where each of its letters began and ended before. */
export function folded(source) {
  const [starts, ends] = [[], []];
  let text = "";
  let dashed = false;
  for (const { 0: whole, 1: dashes, 2: letter, index } of source.matchAll(PIECE)) {
    const now = dashes ? "-" : (INSTEAD.get(whole) ?? letter?.normalize() ?? whole);
    if (dashes && text.endsWith(" ")) text = text.slice(0, -1);
    const again = (dashed && dashes) || (now === " " && (dashed || text.endsWith(" ")));
    if (again || !now) continue;
    starts.length = ends.length = text.length;
    text += now;
    while (starts.length < text.length) {
      starts.push(index);
      ends.push(index + whole.length);
    }
    dashed = dashes;
  }
  return { text, starts, ends };
}

/** A text after folding, without white space at its ends. */
export const fold = (text) => folded(text).text.trim();
