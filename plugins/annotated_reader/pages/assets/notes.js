// Where the notes of a sentence are: the control behind the sentence, and the list item it links to.

export const TRIGGER = ".ar-ref, .ar-mark[data-notes]";

/** The trigger (control or marked words) that an event happened on, if any. */
export function triggerAt(target) {
  return target instanceof Element ? target.closest(TRIGGER) : null;
}

/** The anchors of the notes that a trigger stands for; none named means all of the sentence. */
export function noteAnchors(trigger) {
  return (trigger.dataset.notes ?? "").trim().split(/\s+/).filter(Boolean);
}

/** The control whose list of notes a trigger opens; marked words open that of their first note. */
export function controlOf(trigger) {
  if (trigger.matches(".ar-ref")) return trigger;
  const [first] = noteAnchors(trigger);
  const group = document.getElementById(first)?.closest(".ar-group");
  return group && document.getElementById(group.id.replace(/^notes-/, "ref-"));
}

/** The list item with the notes of a control. */
export function groupOf(control) {
  return document.getElementById(control.hash.slice(1));
}

/** A copy of a group's notes for the card: no ids (they would stand twice), no links back. */
export function copyNotes(group) {
  const copy = document.createDocumentFragment();
  for (const child of group.children) {
    if (child.matches(".ar-note, .ar-backlinks")) copy.append(child.cloneNode(true));
  }
  for (const note of copy.querySelectorAll("[id]")) {
    note.dataset.note = note.id;
    note.removeAttribute("id");
  }
  return copy;
}
