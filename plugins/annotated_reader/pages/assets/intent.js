// What the reader wants: hover, focus, click, tap and Escape turned into opening and closing.
// WCAG 2.2, 1.4.13: the card can be dismissed, can be entered, and stays until it is left.

import { close, isIn, isOpen, isPinned, open, opener } from "./card.js";
import { controlOf, triggerAt } from "./notes.js";

const OPEN_AFTER = 250; // ms of rest on a trigger before hover opens; at once if a card is open
const CLOSE_AFTER = 300; // ms outside trigger and card before it closes: time to cross the gap

let timer = 0;
let quiet = false; // focus that this script gives back must not open the card again

function after(delay, action) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

const stay = () => clearTimeout(timer);

export function onPointerOver(event) {
  if (event.pointerType === "touch") return;
  const trigger = triggerAt(event.target);
  if (isIn(event.target) || (trigger && trigger === opener())) stay();
  else if (trigger && !isPinned()) after(isOpen() ? 0 : OPEN_AFTER, () => open(trigger));
  else leave();
}

export function onPointerLeave() {
  leave();
}

function leave() {
  stay();
  if (isOpen() && !isPinned()) after(CLOSE_AFTER, closeUnlessFocused);
}

/** A card that the keyboard is in, or whose control it is on, is not the pointer's to close. */
function closeUnlessFocused() {
  const active = document.activeElement;
  const kept = isIn(active) || (active?.matches(":focus-visible") && active === opener());
  if (!kept) close();
}

export function onFocusIn(event) {
  if (quiet || isIn(event.target)) return stay();
  const control = event.target.matches(".ar-ref:focus-visible") && event.target;
  if (control) open(control);
  else if (isOpen() && !isPinned()) after(CLOSE_AFTER, closeUnlessFocused);
}

export function onClick(event) {
  const trigger = triggerAt(event.target);
  if (!trigger || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (!trigger.matches(".ar-ref") && !getSelection().isCollapsed) return;
  event.preventDefault();
  stay();
  const keyboard = event.detail === 0;
  if (isPinned() && trigger === opener() && !keyboard) close();
  else open(trigger, { pin: true, focus: keyboard });
}

export function onPointerDown(event) {
  if (isOpen() && !isIn(event.target) && !triggerAt(event.target)) close();
}

export function onKeyDown(event) {
  if (event.key !== "Escape" || !isOpen()) return;
  const active = document.activeElement;
  const had = isIn(active) || active === controlOf(opener());
  stay();
  quiet = true;
  close({ refocus: had });
  quiet = false;
  event.preventDefault();
}
