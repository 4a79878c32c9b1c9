// Where the notes of a sentence are: the control behind the sentence, and the list item it links to.

const TRIGGER = ".ar-ref, .ar-mark[data-notes]:not(.ar-off)";

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
  return group && controlOfGroup(group);
}

/** The control behind the sentence whose notes a group holds. */
export const controlOfGroup = (group) => document.getElementById(`ref-${sentenceOf(group)}`);

/** The list item with the notes of a control; a sentence without notes has none. */
export const groupOf = (control) => document.getElementById(`notes-${sentenceOf(control)}`);

/** The id of the sentence that a control or a group belongs to. */
export const sentenceOf = (element) => element.id.replace(/^(?:ref|notes)-/, "");

/** The ids of all sentences that a note is about. */
export const sentencesOf = (note) =>
  note.dataset.sentences?.split(" ") ?? [sentenceOf(note.closest(".ar-group"))];

/** The notes of a group that are shown. */
export const shownIn = (group) => [...(group?.querySelectorAll(".ar-note:not([hidden])") ?? [])];

/** The note, or group of notes, of a page that the address leads to, if any. */
export function linked(root) {
  const target = document.getElementById(location.hash.slice(1));
  return root.contains(target) && target.closest(".ar-group") ? target : null;
}

/** Render the whole list: where notes are not rendered yet, nobody knows how far down the next one is. */
export function renderList(root) {
  root.querySelector(".ar-groups")?.classList.remove("ar-many");
}

/** A copy of a group's notes for the card: no ids (they would stand twice), no links back. */
export function copyNotes(group) {
  const copy = document.createDocumentFragment();
  for (const child of group.children) {
    const wanted = ".ar-note:not([hidden]), .ar-references";
    if (child.matches(wanted)) copy.append(child.cloneNode(true));
  }
  for (const note of copy.querySelectorAll("[id]")) {
    note.dataset.note = note.id;
    note.removeAttribute("id");
  }
  return copy;
}
