// The card: one element that shows the notes of one sentence at a time.

import { light } from "./light.js";
import { controlOf, copyNotes, groupOf, noteAnchors } from "./notes.js";
import { followAnchor, stopFollowing } from "./place.js";
import { rove } from "./rove.js";

let card = null;
let trigger = null;
let pinned = false;
let returning = false;

export const isOpen = () => card !== null && card.isConnected;
export const isPinned = () => isOpen() && pinned;
export const isIn = (node) => isOpen() && card.contains(node);
export const opener = () => (isOpen() ? trigger : null);
/** Whether a script is giving the focus back: then nobody has asked for a card. */
export const isReturning = () => returning;

/** Show the notes of a trigger; a pinned card stays until it is closed, or left out of sight. */
export function open(from, { pin = false, focus = false } = {}) {
  const control = controlOf(from);
  const root = control?.closest(".ar");
  if (!root?.querySelector(".ar-parts")) return;
  if (trigger !== from || !isOpen()) {
    close();
    build(root, control, from);
  }
  if (pin && !pinned) putBeside(control);
  if (focus) card.focus({ preventScroll: true });
}

/** Hide the card; with `refocus`, give the focus back to the control that it belongs to. */
export function close({ refocus = false } = {}) {
  if (isOpen()) {
    const control = controlOf(trigger);
    stopFollowing();
    light(null);
    control?.setAttribute("aria-expanded", "false");
    trigger.classList.remove("ar-anchor");
    card.remove();
    if (refocus) giveFocusBack(control);
  }
  card = trigger = null;
  pinned = false;
}

/** Give the focus back to a control, and open nothing by it. */
export function giveFocusBack(control) {
  returning = true;
  control?.focus({ preventScroll: true });
  returning = false;
}

function build(root, control, from) {
  trigger = from;
  const group = groupOf(control);
  const parts = root.querySelector(".ar-parts").content.cloneNode(true);
  const name = parts.querySelector(".ar-card-name").textContent;
  card = document.createElement("div");
  card.className = "ar-card";
  card.classList.toggle("ar-told", group?.matches(".ar-told") ?? false);
  card.popover = "manual";
  card.tabIndex = -1;
  // Where it will stand the text may be in another language.
  card.lang = root.lang;
  card.dir = root.dir;
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", name.replace("{number}", control.textContent));
  card.append(parts.querySelector(".ar-close"), toolsFor(control, parts));
  if (group) card.append(copyNotes(group));
  emphasise(noteAnchors(from));
  // Last in the order of focus, so that Tab goes from sentence to sentence, not through
  // every link of every card that is shown in passing.
  root.append(card);
  control.setAttribute("aria-expanded", "true");
  light(from);
  from.classList.add("ar-anchor");
  show();
}

/** The tools of a sentence: before its notes, and one stop of the Tab key. */
function toolsFor(control, parts) {
  const tools = parts.querySelector(".ar-sentence-tools");
  const name = tools.querySelector(".ar-tools-name");
  name.textContent = name.textContent.replace("{number}", control.textContent);
  tools.setAttribute("aria-label", name.textContent);
  if (!navigator.share) tools.querySelector("[data-do=share]").remove();
  rove(tools, [...tools.querySelectorAll("button")]);
  return tools;
}

/** Keep the card, and make it the next in the order of focus: Tab leads through it and on. */
function putBeside(control) {
  pinned = true;
  card.classList.add("ar-pinned");
  // Inside a heading it would become part of the heading's name.
  (control.closest("h1, h2, h3, h4, h5, h6") ?? control).after(card);
  show();
}

function show() {
  card.showPopover();
  followAnchor(card, trigger, () => close({ refocus: isIn(document.activeElement) }));
}

/** Bring the notes about the words under the pointer to the eye. */
function emphasise(anchors) {
  const wanted = [...card.children].filter((note) => anchors.includes(note.dataset.note));
  for (const note of wanted) note.classList.add("ar-emphasised");
  card.querySelector(".ar-sentence-tools").after(...wanted);
}
