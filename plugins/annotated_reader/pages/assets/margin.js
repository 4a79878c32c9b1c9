// The notes in the margin, each beside its line, none over another. The group that is looked
// at stands exactly beside its sentence; those above and below make room for it.

import { controlOfGroup } from "./notes.js";

const BETWEEN = 10; // px between two groups
const FAR = 120; // px from its line at which a note is no longer seen as belonging to it
const WIDE = matchMedia("(min-width: 1100px)");
let held = null;
let sizes = null;
let active = null;

/** Whether there is room for a margin. */
export const isWide = () => WIDE.matches;
export const whenWidthChanges = (then) => WIDE.addEventListener("change", then);

/** Put the groups of a page into the margin, and keep them in place. */
export function startMargin(page) {
  stopMargin();
  held = page;
  sizes = new ResizeObserver(layOut);
  sizes.observe(held.querySelector(".ar-text"));
  layOut();
}

/** Give the groups back to the list. */
export function stopMargin() {
  sizes?.disconnect();
  activate(null);
  for (const group of held?.querySelectorAll(".ar-group") ?? []) group.style.top = "";
  if (held) held.style.minBlockSize = "";
  held = sizes = null;
}

/** Bring a group to its line and open it; null lets go of the one that is open. */
export function activate(group) {
  if (active === group) return;
  active?.classList.remove("ar-active");
  active = group;
  active?.classList.add("ar-active");
  if (held) layOut();
}

/** Lay the groups out; where they would drift from their lines, with fewer and fewer lines each. */
function layOut() {
  for (const lines of [0, 4, 3, 2, 1]) {
    held.classList.toggle("ar-tight", lines > 0);
    held.style.setProperty("--ar-lines", lines || 3);
    if (place() <= FAR) return;
  }
}

/** Put the groups where they belong; return how far, in px, the farthest is from its line. */
function place() {
  const groups = [...held.querySelectorAll(".ar-group:not([hidden])")];
  // All measuring before any moving, so that the browser computes the layout once.
  const origin = held.getBoundingClientRect().top;
  const wanted = groups.map((group) => lineOf(group) - origin);
  const heights = groups.map((group) => group.offsetHeight);
  const tops = stack(wanted, heights, groups.indexOf(active));
  groups.forEach((group, index) => (group.style.top = `${tops[index]}px`));
  const last = groups.length - 1;
  held.style.minBlockSize = last < 0 ? "" : `${tops[last] + heights[last]}px`;
  return Math.max(0, ...tops.map((top, index) => Math.abs(top - wanted[index])));
}

const lineOf = (group) => controlOfGroup(group).getBoundingClientRect().top;

/** Tops without overlap: the fixed one where it wants to be, the others as near as may be. */
export function stack(wanted, heights, fixed) {
  const tops = [...wanted];
  for (let i = fixed - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i], tops[i + 1] - BETWEEN - heights[i]);
  }
  for (let i = 0; i < tops.length; i++) {
    const least = i ? tops[i - 1] + heights[i - 1] + BETWEEN : 0;
    tops[i] = Math.max(tops[i], least);
  }
  return tops;
}
