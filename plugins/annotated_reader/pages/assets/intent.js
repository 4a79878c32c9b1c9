// What the reader wants: hover, focus, click, tap and Escape turned into opening and closing.
// WCAG 2.2, 1.4.13: the card can be dismissed, can be entered, and stays until it is left.

import { close, isIn, isOpen, isPinned, isReturning, open, opener } from "./card.js";
import { compose, isOffering } from "./compose.js";
import { toggle } from "./inline.js";
import { light } from "./light.js";
import { activate } from "./margin.js";
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

/** The form in which the text around an element shows its notes; undefined elsewhere. */
const formOf = (element) => element.closest(".ar")?.dataset.notes;

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
  const form = formOf(event.target);
  if (form === "none") return;
  if (!isOpen()) light(lightAt(event.target, form));
  if (form && form !== "card") return;
  if (isIn(event.target) || (trigger && trigger === opener())) stay();
  else if (trigger && !isPinned()) after(isOpen() ? 0 : OPEN_AFTER, () => open(trigger));
  else leave();
}

/** What lights up with an element in a form: where there are cards, that is theirs to say. */
function lightAt(element, form) {
  if (!["margin", "inline", "list"].includes(form)) return null;
  return triggerAt(element) ?? element.closest(".ar-group .ar-note, .ar-group");
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

export function onFocusIn({ target }) {
  if (isReturning() || isIn(target)) return stay();
  const control = target.matches(".ar-ref:focus-visible") && target;
  const form = formOf(target);
  if (control) visited(control);
  if (form === "margin") {
    const group = control ? groupOf(control) : target.closest(".ar-group");
    if (group) activate(group);
  }
  if (form === "card" && control) open(control);
  else if (isOpen() && !isPinned()) after(CLOSE_AFTER, closeUnlessFocused);
  else if (!isOpen()) light(lightAt(target, form));
}

/** A click in the part of a page that holds a text. */
export function onClick(event) {
  const root = event.currentTarget;
  const button = event.target.closest(".ar button");
  if (button?.matches(".ar-unveil")) return unveilOne(root, button);
  if (button?.matches(".ar-close")) return close({ refocus: true });
  if (button?.dataset.do) return onTool(root, button);
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  // What a link of the card leads to on this page must not lie under the card.
  if (isIn(event.target) && leadsHere(event.target.closest("a"))) return setTimeout(close);
  const group = event.target.closest(".ar-group");
  if (group && formOf(group) === "margin") activate(group);
  const trigger = triggerAt(event.target);
  if (trigger) onTrigger(event, trigger);
}

const leadsHere = (link) => link?.hash && link.pathname === location.pathname;

function onTrigger(event, trigger) {
  const control = controlOf(trigger);
  if (!control || (trigger !== control && !getSelection().isCollapsed)) return;
  visited(trigger);
  const form = formOf(trigger);
  if (form === "margin") activate(groupOf(control));
  if (form === "inline" && !control.matches(".ar-bare")) toggle(control);
  if (!["card", "margin", "inline"].includes(form)) return;
  event.preventDefault();
  // Themes that swap pages follow the links of others, too.
  event.stopPropagation();
  if (form !== "card") return;
  stay();
  const keyboard = event.detail === 0;
  if (isPinned() && trigger === opener() && !keyboard) close();
  else open(trigger, { pin: true, focus: keyboard });
}

function onTool(root, button) {
  if (button.dataset.do === "previous") return step(root, -1, { pin: true });
  if (button.dataset.do === "next") return step(root, 1, { pin: true });
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
