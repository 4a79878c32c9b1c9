// Notes one below the other, each as near to its line as may be.

const BETWEEN = 10; // px between two groups
const DENSE = 2; // px between two where there is no more room
const LEAST = 24; // px that each needs at least, the same as in forms.css
const FAR = 120; // px from its line at which a note is no longer seen as belonging to it
/** How many lines a closed group may have, the loosest look first: 0 stands for that of the list. */
const LOOKS = [0, 4, 3, 2, 1];

export const isDense = (look) => look === LOOKS.at(-1);
const betweenIn = (look) => (isDense(look) ? DENSE : BETWEEN);

/** The looks in which notes can be near these lines, if only their heights allow it; the last in any case. */
export function looksFor(lines) {
  const room = lines.at(-1) - lines[0] + 2 * FAR;
  return LOOKS.filter((look) => isDense(look) || (lines.length - 1) * (LEAST + betweenIn(look)) <= room);
}

/** Tops without overlap: the fixed one where it wants to be, the others as near as may be. */
export function stack(wanted, heights, fixed, look) {
  const between = betweenIn(look);
  const tops = [...wanted];
  for (let i = fixed - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i], tops[i + 1] - between - heights[i]);
  }
  for (let i = 0; i < tops.length; i++) {
    const least = i ? tops[i - 1] + heights[i - 1] + between : 0;
    tops[i] = Math.max(tops[i], least);
  }
  return tops;
}

/** Whether every note is near enough to its line. */
export const areNear = (tops, lines) => tops.every((top, index) => top === near(top, lines[index]));

/** The place nearest to a top at which a note is still seen as belonging to its line. */
export const near = (top, line) => Math.min(Math.max(top, line - FAR), line + FAR);
