// The card: one element that shows the notes of one sentence at a time.

import { controlOf, copyNotes, groupOf, noteAnchors, sentenceOf } from "./notes.js";
import { followAnchor, stopFollowing } from "./place.js";

let card = null;
let trigger = null;
let pinned = false;
let returning = false;

export const isOpen = () => card !== null && card.isConnected;
export const isPinned = () => isOpen() && pinned;
export const isIn = (node) => isOpen() && card.contains(node);
/** Whether a script is giving the focus back: then nobody has asked for a card. */
export const isReturning = () => returning;
export const opener = () => (isOpen() ? trigger : null);

/** Show the notes of a trigger; a pinned card stays until it is closed. */
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
  if (!isOpen()) {
    card = trigger = null;
    return;
  }
  const control = controlOf(trigger);
  stopFollowing();
  control?.setAttribute("aria-expanded", "false");
  for (const marked of document.querySelectorAll(".ar-active, .ar-anchor")) {
    marked.classList.remove("ar-active", "ar-anchor");
  }
  card.remove();
  card = trigger = null;
  pinned = false;
  if (refocus) giveFocusBack(control);
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
  card.popover = "manual";
  card.tabIndex = -1;
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", name.replace("{number}", control.textContent));
  card.append(parts.querySelector(".ar-close"));
  if (group) card.append(copyNotes(group));
  const tools = parts.querySelector(".ar-sentence-tools");
  const toolsName = tools.querySelector(".ar-tools-name");
  toolsName.textContent = toolsName.textContent.replace("{number}", control.textContent);
  card.append(tools);
  emphasise(noteAnchors(from));
  // Last in the order of focus, so that Tab goes from sentence to sentence, not through
  // every link of every card that is shown in passing.
  root.append(card);
  control.setAttribute("aria-expanded", "true");
  document.getElementById(sentenceOf(control))?.classList.add("ar-active");
  from.classList.add("ar-anchor");
  card.showPopover();
  followAnchor(card, from);
}

/** Keep the card, and make it the next in the order of focus: Tab leads through it and on. */
function putBeside(control) {
  pinned = true;
  card.classList.add("ar-pinned");
  // Inside a heading it would become part of the heading's name.
  (control.closest("h1, h2, h3, h4, h5, h6") ?? control).after(card);
  card.showPopover();
  followAnchor(card, trigger);
}

/** Bring the notes about the words under the pointer to the eye. */
function emphasise(anchors) {
  const wanted = [...card.children].filter((note) => anchors.includes(note.dataset.note));
  for (const note of wanted) note.classList.add("ar-emphasised");
  if (wanted.length) card.children[0].after(...wanted);
}
