// From note to note: by buttons, and by [ and ].

import { open } from "./card.js";
import { toggle } from "./inline.js";
import { controlOf, controlOfGroup, groupOf, renderList } from "./notes.js";
import { settings } from "./settings.js";

let last = null;

/** Go to the sentence with notes before (-1) or after (1) the one that was looked at last. */
export function step(root, direction, how) {
  const controls = [...root.querySelectorAll(".ar-ref:not(.ar-bare, [hidden])")];
  if (!controls.length || root.dataset.notes === "none") return;
  const index = controls.indexOf(here() ?? last);
  const start = direction > 0 ? -1 : controls.length;
  const next = (index < 0 ? start : index) + direction;
  last = controls[(next + controls.length) % controls.length];
  bring(root, last, how);
}

function here() {
  const focused = document.activeElement;
  if (focused?.matches(".ar-ref")) return focused;
  const group = focused?.closest(".ar-group");
  return group ? controlOfGroup(group) : null;
}

function bring(root, control, how) {
  const form = root.dataset.notes;
  if (form === "inline") toggle(control, true);
  if (form === "list") renderList(root);
  const target = form === "list" ? groupOf(control).querySelector(".ar-back") : control;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
  if (form === "card") open(control, how);
}

/** Remember where the reader is, for the next step. */
export function visited(trigger) {
  last = controlOf(trigger) ?? last;
}

export function onKey(root, event) {
  const direction = { "[": -1, "]": 1 }[event.key];
  if (!direction || settings.keys !== "on" || event.metaKey) return;
  // On many keyboards the brackets need AltGr, which some systems report as Ctrl and Alt.
  if (event.ctrlKey !== event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.target.isContentEditable) return;
  event.preventDefault();
  step(root, direction);
}
