// Sentences and the notes about them light up together, also where a note is about several.

import { controlOf, groupOf, noteAnchors, sentenceOf, sentencesOf, shownIn } from "./notes.js";

let cause = null;
let litSentences = [];
let litGroup = null;

/** Light what belongs to a control, to marked words, to a group or to a note; null puts it out. */
export function light(place) {
  if (place === cause) return;
  cause = place;
  for (const sentence of litSentences) sentence.classList.remove("ar-active");
  litGroup?.classList.remove("ar-lit");
  litGroup = place && groupAt(place);
  litSentences = place ? sentencesAt(place) : [];
  for (const sentence of litSentences) sentence.classList.add("ar-active");
  litGroup?.classList.add("ar-lit");
}

function sentencesAt(place) {
  const ids = new Set(notesAt(place).flatMap(sentencesOf));
  if (!place.dataset.notes && !place.matches(".ar-note")) ids.add(sentenceOf(place));
  return [...ids].map((id) => document.getElementById(id)).filter(Boolean);
}

function groupAt(place) {
  if (!place.matches(".ar-ref, .ar-mark")) return place.closest(".ar-group");
  const control = controlOf(place);
  return control ? groupOf(control) : null;
}

/** Marked words stand for some notes, a note for itself, all else for a whole group. */
function notesAt(place) {
  if (place.matches(".ar-note")) return [place];
  const named = noteAnchors(place).map((id) => document.getElementById(id)?.closest(".ar-group .ar-note"));
  return place.dataset.notes ? named.filter(Boolean) : shownIn(groupAt(place));
}
