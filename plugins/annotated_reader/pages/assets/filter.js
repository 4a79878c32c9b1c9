// Which notes are shown: by kind, by verdict, by annotator, with the number behind each choice.

import { controlOfGroup, linked } from "./notes.js";
import { FACETS, settings } from "./settings.js";

const valuesOf = {
  kind: (note) => [note.dataset.kind],
  verdict: (note) => (note.dataset.verdict ? [note.dataset.verdict] : null),
  by: (note) => note.dataset.by?.split("|") ?? [],
};
const notesOf = (root) => [...root.querySelectorAll(".ar-group > .ar-note")];

/** Verdicts choose among claims: they say nothing of notes that have none. */
function fits(note, facet) {
  const values = valuesOf[facet](note);
  return !settings[facet] || !values || values.some((value) => settings[facet].has(value));
}

/** Show the notes that the settings ask for; say how many they are. */
export function filterNotes(root) {
  const filtered = FACETS.some((facet) => settings[facet]);
  // Most pages are never filtered, and a page may have a thousand notes.
  if (filtered || root.dataset.filtered) {
    root.dataset.filtered = filtered || "";
    for (const note of notesOf(root)) note.hidden = !FACETS.every((facet) => fits(note, facet));
    showLinked(root);
    hideWhatIsEmpty(root);
    const claims = settings.kind?.has("claim") ?? true;
    for (const count of root.querySelectorAll(".ar-tally > .ar-told-verdict")) count.hidden = !claims;
  }
  countNotes(root);
}

/** What the address leads to is shown, whatever was chosen. */
function showLinked(root) {
  const target = linked(root);
  const note = target?.closest(".ar-note");
  const notes = note ? [note] : [...(target?.querySelectorAll(":scope > .ar-note") ?? [])];
  if (notes.every(({ hidden }) => hidden)) for (const one of notes) one.hidden = false;
}

function hideWhatIsEmpty(root) {
  for (const pointer of root.querySelectorAll(".ar-elsewhere > li")) {
    pointer.hidden = document.getElementById(pointer.dataset.for)?.hidden ?? false;
  }
  for (const group of root.querySelectorAll(".ar-group")) {
    const all = [...group.querySelectorAll(":scope > .ar-note, .ar-elsewhere > li")];
    const empty = all.length > 0 && all.every(({ hidden }) => hidden);
    group.hidden = controlOfGroup(group).hidden = empty;
  }
}

/** Write behind each choice how many notes it stands for, as the others are; once it is seen. */
export function countNotes(root) {
  const notes = notesOf(root);
  const shown = notes.filter((note) => !note.hidden).length;
  const words = root.querySelector(".ar-said").dataset.shown;
  root.querySelector(".ar-shown").textContent =
    shown === notes.length ? "" : words.replace("{shown}", shown).replace("{all}", notes.length);
  if (!root.querySelector(".ar-view").open) return;
  for (const output of root.querySelectorAll(".ar-choices .ar-count")) {
    const { name, value } = output.closest("label").querySelector("input");
    const others = FACETS.filter((facet) => facet !== name);
    output.textContent = notes.filter(
      (note) => valuesOf[name](note)?.includes(value) && others.every((facet) => fits(note, facet)),
    ).length;
  }
}
