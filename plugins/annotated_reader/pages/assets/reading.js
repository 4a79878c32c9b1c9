// Reading first: what others say of a claim stays hidden until the reader asks, or has read that
// part of the text. A correction helps more after reading than before (Brashier et al. 2021,
// N = 2,683).

import { stopWatching, watchSections } from "./sections.js";
import { tellSigns } from "./signs.js";
import { say } from "./tools.js";

let veiled = null;

/** Hide the claims of a page until they are asked for, one by one or all, or have been read up to. */
export function veil(root) {
  if (veiled === root) return;
  veiled = root;
  root.dataset.read = "first";
  const cover = root.querySelector(".ar-parts").content.querySelector(".ar-veil");
  for (const note of root.querySelectorAll(CLAIM)) {
    note.firstElementChild.after(cover.cloneNode(true));
  }
  watchSections(root, (ids) => tellRead(root, ids));
}

const CLAIM = ".ar-note[data-kind=claim]";

/** Show everything. */
export function unveil(root, { aloud = false } = {}) {
  veiled = null;
  stopWatching();
  root.dataset.read = "open";
  for (const told of root.querySelectorAll(".ar-told")) told.classList.remove("ar-told");
  for (const cover of root.querySelectorAll(".ar-veil")) cover.remove();
  tellSigns(root);
  if (aloud) announce(root, "told");
}

/** Show one note, in the list and in the card. */
export function unveilOne(root, button) {
  const shown = button.closest(".ar-note");
  for (const note of [shown, document.getElementById(shown.dataset.note)]) if (note) tell(note);
  tellSigns(root);
  shown.tabIndex = -1;
  shown.focus({ preventScroll: true });
}

function tell(note) {
  note.classList.add("ar-told");
  note.querySelector(".ar-veil")?.remove();
}

/** Show what is said of sentences that have been read; of all sentences, everything. */
function tellRead(root, ids) {
  for (const id of ids) {
    const group = document.getElementById(`notes-${id}`);
    group?.classList.add("ar-told");
    for (const note of group?.querySelectorAll(CLAIM) ?? []) tell(note);
  }
  for (const note of root.querySelectorAll(".ar-card .ar-note")) {
    if (document.getElementById(note.dataset.note).matches(".ar-told")) tell(note);
  }
  if (!root.querySelector(`.ar-group ${CLAIM}:not(.ar-told)`)) return unveil(root, { aloud: true });
  tellSigns(root);
  announce(root, "partTold");
}

/** Where no notes are shown, there is nothing to announce. */
function announce(root, what) {
  if (root.dataset.notes !== "none") say(root, root.querySelector(".ar-said").dataset[what]);
}
