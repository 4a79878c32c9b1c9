// The notes in the margin, each beside its line, none over another. The group that is looked
// at stands exactly beside its sentence; those above and below make room for it.
// A page may have a thousand notes: a few near the window are measured, the others are taken to be
// like them until the browser renders them (forms.css), which it does before they come into sight.

import { controlOfGroup } from "./notes.js";
import { areNear, isDense, looksFor, near, stack } from "./stack.js";

const SAMPLE = 24; // groups that are measured at once
let list = null;
let text = null;
let places = []; // each group that is shown: its line, its height as far as it is known, its top
let look = 0;
let sizes = null;
let textSize = "";
let active = null;

/** Put the groups of a page into the margin, and keep them in place. */
export function startMargin(page) {
  stopMargin();
  list = page.querySelector(".ar-groups");
  if (!list) return;
  list.classList.add("ar-margin");
  text = page.querySelector(".ar-text");
  sizes = new ResizeObserver(onSizes);
  for (const element of [text, ...list.children]) sizes.observe(element);
  layOut();
}

/** Give the groups back to the list. */
export function stopMargin() {
  activate(null);
  if (!list) return;
  sizes.disconnect();
  for (const group of list.children) {
    group.removeAttribute("style");
    group.classList.remove("ar-near", "ar-tight", "ar-dense");
  }
  list.classList.remove("ar-margin");
  rootOf(list).style.minBlockSize = "";
  list = null;
  places = [];
}

/** Bring a group to its line and open it; null lets go of the one that is open. */
export function activate(group) {
  if (active === group) return;
  active?.classList.remove("ar-active");
  active = group;
  active?.classList.add("ar-active");
  if (list) layOut();
}

const rootOf = (element) => element.closest(".ar");
const originOf = (element) => rootOf(element).getBoundingClientRect().top;
const sizeOf = ({ offsetWidth, offsetHeight }) => `${offsetWidth} ${offsetHeight}`;

/** Lay all out anew; where groups would drift from their lines, with fewer and fewer lines each. */
function layOut() {
  findPlaces();
  const fixed = fixedIndex();
  const sample = sampleAt(fixed);
  const lines = places.map(({ line }) => line);
  for (look of looksFor(lines)) {
    dress(sample);
    measure(sample);
    if (areNear(stack(lines, heights(), fixed, look), lines)) break;
  }
  dress(places);
  place(lines, fixed);
}

function findPlaces() {
  textSize = sizeOf(text);
  const origin = originOf(list);
  const before = new Map(places.map((one) => [one.group, one]));
  const groups = [...list.children].filter(({ hidden }) => !hidden);
  places = groups.map((group) => {
    const line = controlOfGroup(group).getBoundingClientRect().top - origin;
    return { ...before.get(group), group, line };
  });
}

/** The group that stands where it wants to: the open one, else the first that is in the window. */
function fixedIndex() {
  const start = -originOf(list);
  const open = places.findIndex(({ group }) => group === active);
  return open < 0 ? places.findIndex(({ line }) => line >= start) : open;
}

/** Groups at the window: the browser is to render them at once. */
function sampleAt(index) {
  const first = Math.max(0, Math.min(index, places.length - SAMPLE));
  const sample = places.slice(first, first + SAMPLE);
  for (const one of places) one.group.classList.toggle("ar-near", sample.includes(one));
  return sample;
}

/** Let groups look as they are to now. */
function dress(some) {
  for (const one of some) {
    if (one.look === look) continue;
    one.look = look;
    one.group.classList.toggle("ar-tight", look > 0);
    one.group.classList.toggle("ar-dense", isDense(look));
    one.group.style.setProperty("--ar-lines", look || 3);
  }
}

/** Measure a few; the others are taken to be like them. */
function measure(sample) {
  for (const one of sample) one.height = one.group.offsetHeight;
  const closed = sample.filter(({ group }) => group !== active);
  const usual = closed.reduce((sum, { height }) => sum + height, 0) / (closed.length || 1);
  const known = new Set(sample);
  for (const one of places) if (!known.has(one)) one.height = usual;
}

const heights = () => places.map(({ height }) => height);

/** What has been rendered is as high as it is: make room for that, and move nothing else. */
function onSizes(entries) {
  if (sizeOf(text) !== textSize) return layOut();
  const changed = new Set(entries.map(({ target }) => target).filter(isRendered));
  for (const one of places) if (changed.has(one.group)) one.height = one.group.offsetHeight;
  const fixed = fixedIndex();
  const wanted = places.map(({ group, line, top }, index) => {
    if (index > fixed || group === active) return line;
    return index < fixed ? top : near(top, line);
  });
  place(wanted, fixed);
}

const isRendered = ({ firstElementChild: head }) =>
  head?.checkVisibility({ contentVisibilityAuto: true });

function place(wanted, fixed) {
  const tops = stack(wanted, heights(), fixed, look);
  places.forEach((one, index) => {
    if (one.top !== tops[index]) one.group.style.top = `${tops[index]}px`;
    one.top = tops[index];
  });
  const last = places.at(-1);
  rootOf(list).style.minBlockSize = last ? `${last.top + last.height}px` : "";
}
