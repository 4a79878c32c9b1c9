// A link to a note leads to where the form shows it: the list, the margin, or behind its sentence.

import { toggle } from "./inline.js";
import { activate } from "./margin.js";
import { controlOfGroup, renderList } from "./notes.js";

/** Open the group of a note that is linked to, and scroll to it. */
export function bringLinked(root, target) {
  const form = root.dataset.notes;
  if (form === "none") return;
  const group = target.closest(".ar-group");
  if (form !== "margin") renderList(root);
  if (form === "inline") toggle(controlOfGroup(group), true);
  if (form === "margin") {
    // Also where it is open and holds more than before.
    activate(null);
    activate(group);
    controlOfGroup(group).scrollIntoView({ block: "center" });
  }
  target.scrollIntoView({ block: form === "margin" ? "nearest" : "start" });
}
