// What the reader wants: hover, focus, click, tap and Escape turned into opening and closing.
// WCAG 2.2, 1.4.13: the card can be dismissed, can be entered, and stays until it is left.

import { close, isIn, isOpen, isPinned, isReturning, open, opener } from "./card.js";
import { compose, isOffering } from "./compose.js";
import { toggle } from "./inline.js";
import { activate, highlight } from "./margin.js";
import { controlOf, groupOf, sentenceOf, triggerAt } from "./notes.js";
import { unveilOne } from "./reading.js";
import { step, visited } from "./steps.js";
import { useTool } from "./tools.js";

const OPEN_AFTER = 250; // ms of rest on a trigger before hover opens; at once if a card is open
const CLOSE_AFTER = 300; // ms outside trigger and card before it closes: time to cross the gap

let timer = 0;

function after(delay, action) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

const stay = () => clearTimeout(timer);

/** The form in which the page of an element shows its notes. */
const formOf = (element) => element.closest(".ar")?.dataset.notes ?? "list";

let pointer = "";
const placeOf = (event) => `${event.clientX} ${event.clientY}`;

export function onPointerMove(event) {
  pointer = placeOf(event);
}

export function onPointerOver(event) {
  // When the page moves under a resting pointer, nobody has pointed at anything. And whoever
  // selects words wants to see them, and the button beside them.
  if (event.pointerType === "touch" || placeOf(event) === pointer) return;
  if (event.buttons || isOffering()) return stay();
  const trigger = triggerAt(event.target);
  if (formOf(event.target) === "margin") return light(trigger, event.target);
  if (trigger && formOf(trigger) !== "card") return;
  if (isIn(event.target) || (trigger && trigger === opener())) stay();
  else if (trigger && !isPinned()) after(isOpen() ? 0 : OPEN_AFTER, () => open(trigger));
  else leave();
}

let lit = null;

/** In the margin, words and notes that belong together light up together. */
function light(trigger, target) {
  const group = trigger ? groupOf(controlOf(trigger)) : target.closest(".ar-group");
  if (group === lit) return;
  if (lit) highlight(lit, false);
  lit = group;
  if (lit) highlight(lit, true);
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
  if (isReturning() || isIn(event.target)) return stay();
  const control = event.target.matches(".ar-ref:focus-visible") && event.target;
  if (formOf(event.target) === "margin") {
    const group = control ? groupOf(control) : event.target.closest(".ar-group");
    if (group) activate(group);
    return;
  }
  if (control) visited(control);
  if (control && formOf(control) === "card") open(control);
  else if (isOpen() && !isPinned()) after(CLOSE_AFTER, closeUnlessFocused);
}

export function onClick(event) {
  const root = event.target.closest(".ar");
  const button = event.target.closest(".ar button");
  if (button?.matches(".ar-unveil")) return unveilOne(root, button);
  if (button?.matches(".ar-close")) return close({ refocus: true });
  if (button?.dataset.do) return onTool(root, button);
  const group = event.target.closest(".ar-group");
  if (group && formOf(group) === "margin") activate(group);
  const trigger = triggerAt(event.target);
  if (!trigger || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (!trigger.matches(".ar-ref") && !getSelection().isCollapsed) return;
  visited(trigger);
  const form = formOf(trigger);
  if (form === "margin") activate(groupOf(controlOf(trigger)));
  if (form === "inline" && !trigger.matches(".ar-bare")) toggle(controlOf(trigger));
  if (form === "margin" || form === "inline") event.preventDefault();
  if (form !== "card") return;
  event.preventDefault();
  stay();
  const keyboard = event.detail === 0;
  if (isPinned() && trigger === opener() && !keyboard) close();
  else open(trigger, { pin: true, focus: keyboard });
}

function onTool(root, button) {
  if (button.dataset.do === "previous") return step(root, -1);
  if (button.dataset.do === "next") return step(root, 1);
  if (button.dataset.do === "annotate") return annotate(root);
  return useTool(root, button, controlOf(opener()));
}

function annotate(root) {
  const sentence = sentenceOf(controlOf(opener()));
  close();
  return compose(root, { sentence });
}

export function onPointerDown(event) {
  if (isOpen() && !isIn(event.target) && !triggerAt(event.target)) close();
}

export function onKeyDown(event) {
  if (event.key === "Escape") activate(null);
  if (event.key !== "Escape" || !isOpen()) return;
  const active = document.activeElement;
  const had = isIn(active) || active === controlOf(opener());
  stay();
  close({ refocus: had });
  event.preventDefault();
}
