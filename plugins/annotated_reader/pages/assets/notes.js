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
  return group && document.getElementById(`ref-${sentenceOf(group)}`);
}

/** The list item with the notes of a control; a sentence without notes has none. */
export function groupOf(control) {
  return control.matches(".ar-bare") ? null : document.getElementById(control.hash.slice(1));
}

/** The id of the sentence that a control or a group belongs to. */
export const sentenceOf = (element) => element.id.replace(/^(?:ref|notes)-/, "");

/** A copy of a group's notes for the card: no ids (they would stand twice), no links back. */
export function copyNotes(group) {
  const copy = document.createDocumentFragment();
  for (const child of group.children) {
    if (child.matches(".ar-note:not([hidden]), .ar-backlinks")) copy.append(child.cloneNode(true));
  }
  for (const note of copy.querySelectorAll("[id]")) {
    note.dataset.note = note.id;
    note.removeAttribute("id");
  }
  return copy;
}
