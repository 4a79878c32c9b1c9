// Which notes are shown: by kind, by verdict, by annotator, with the number behind each choice.

import { sentenceOf } from "./notes.js";
import { FACETS, settings } from "./settings.js";

const valuesOf = {
  kind: (note) => [note.dataset.kind],
  verdict: (note) => (note.dataset.verdict ? [note.dataset.verdict] : null),
  by: (note) => note.dataset.by?.split("|") ?? null,
};
const notesOf = (root) => [...root.querySelectorAll(".ar-group > .ar-note")];

/** A facet says nothing of a note that has no such value: a gloss has no verdict. */
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
    hideWhatIsEmpty(root);
  }
  countNotes(root);
}

function hideWhatIsEmpty(root) {
  const signs = new Map();
  for (const link of root.querySelectorAll(".ar-strip-list a")) signs.set(link.hash.slice(1), link);
  for (const group of root.querySelectorAll(".ar-group")) {
    const notes = [...group.querySelectorAll(":scope > .ar-note")];
    const empty = notes.length > 0 && notes.every((note) => note.hidden);
    group.hidden = empty;
    document.getElementById(`ref-${sentenceOf(group)}`).hidden = empty;
    signs.get(sentenceOf(group))?.classList.toggle("ar-off", empty);
  }
  for (const mark of root.querySelectorAll(".ar-text .ar-mark, .ar-title .ar-mark")) {
    const anchors = mark.dataset.notes.trim().split(/\s+/);
    mark.classList.toggle("ar-off", anchors.every((id) => document.getElementById(id)?.hidden));
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
