// The notes in the text: a group that its control opens stands behind the sentence itself.

import { groupOf } from "./notes.js";

const homes = new Map(); // where in the list each open group belongs

/** Open the group of a control in its place, or close it again. */
export function toggle(control, open = !homes.has(groupOf(control))) {
  const group = groupOf(control);
  if (open === homes.has(group)) return;
  control.setAttribute("aria-expanded", open);
  if (open) moveIn(control, group);
  else goHome(group);
}

/** Say at every control that it opens something. */
export function beginInline(root) {
  for (const control of root.querySelectorAll(".ar-ref:not(.ar-bare)")) {
    control.setAttribute("aria-expanded", false);
  }
}

/** Move every group back into the list at the end, to its place. */
export function moveBack(root) {
  for (const group of [...homes.keys()]) goHome(group);
  for (const control of root.querySelectorAll(".ar-ref[aria-expanded]")) {
    control.removeAttribute("aria-expanded");
  }
}

function moveIn(control, group) {
  const root = control.closest(".ar");
  const home = document.createComment("");
  const list = document.createElement("ol");
  list.className = "ar-inline";
  list.dir = root.dir;
  list.lang = root.lang;
  homes.set(group, home);
  group.replaceWith(home);
  list.append(group);
  // Inside a heading it would become part of the heading's name.
  (control.closest("h1, h2, h3, h4, h5, h6") ?? control).after(list);
}

function goHome(group) {
  const list = group.parentElement;
  homes.get(group).replaceWith(group);
  homes.delete(group);
  list.remove();
}
