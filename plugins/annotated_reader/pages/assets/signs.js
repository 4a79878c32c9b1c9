// What numbers, marked words and the picture of the text tell: only of notes that are shown, and
// no verdict that is hidden. As long as everything is shown, that is what the page comes with.

import { groupOf, noteAnchors, sentenceOf, shownIn } from "./notes.js";

const CURRENT = ".ar-note:not(.ar-withdrawn)";

/** Let numbers, marks and signs of a page tell what there is to see now. */
export function tellSigns(root) {
  const { notes, read, filtered } = root.dataset;
  const changed = notes === "none" || read === "first" || filtered;
  // Most pages are as they came, and a page may have a thousand notes.
  if (!changed && !root.dataset.told) return;
  root.dataset.told = changed || "";
  const state = { ...root.dataset };
  state.sign = root.querySelector(".ar-parts").content.querySelector(".ar-sign");
  const signs = new Map();
  for (const link of root.querySelectorAll(".ar-strip-list a")) signs.set(link.hash.slice(1), link);
  for (const control of root.querySelectorAll(".ar-ref")) {
    tellNumber(state, control, signs.get(sentenceOf(control)));
  }
  for (const mark of root.querySelectorAll(".ar-mark[data-notes]")) tellMark(mark);
}

/** A number without notes to show leads to its own sentence, and says nothing but itself. */
function tellNumber(state, control, sign) {
  const silent = state.notes === "none";
  const bare = control.matches(".ar-bare");
  const group = bare ? null : groupOf(control);
  const shown = shownIn(group);
  const leading = shown.find((note) => note.matches(CURRENT));
  const first = group?.querySelector(CURRENT) ?? undefined;
  const label = labelOf(state, control, group, shown);
  set(control, "href", `#${silent || bare ? "" : "notes-"}${sentenceOf(control)}`);
  set(control, "role", silent || bare ? null : "doc-noteref");
  set(control, "aria-label", silent ? null : label);
  if (wear(control, leading, first)) set(control, "data-badge", badgeOf(leading));
  if (!sign) return;
  set(sign, "aria-label", label);
  sign.classList.toggle("ar-off", !leading);
  if (wear(sign, leading, first)) draw(state, sign, leading);
}

function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The label that the page came with, or one of the same kind for fewer notes or for hidden verdicts. */
function labelOf({ filtered, read, summary, hidden }, control, group, shown) {
  control.dataset.label ??= control.getAttribute("aria-label");
  if (!group || (!filtered && read !== "first")) return control.dataset.label;
  const isHidden = (note) => read === "first" && note.matches("[data-verdict]:not(.ar-told, .ar-withdrawn)");
  const named = shown.map((note) => (isHidden(note) ? hidden : note.dataset.name));
  const elsewhere = [...group.querySelectorAll(".ar-elsewhere > li:not([hidden]) > a")];
  const names = [...(read === "first" ? new Set(named) : named), ...elsewhere.map((a) => a.textContent)];
  if (names.length) {
    return summary.replace("{number}", control.textContent).replace("{names}", names.join(", "));
  }
  return group.hidden ? control.textContent : control.dataset.label;
}

const verdictOf = (note) => note?.querySelector(":scope > .ar-note-head .ar-verdict");
const badgeOf = (note) => verdictOf(note)?.querySelector(".ar-badge").textContent ?? null;

const worn = new WeakMap(); // whose look each element has, where that has changed

/** Look like a note, or like none; whether that is new. `first` is whose look it came with. */
function wear(element, note, first) {
  element.classList.toggle("ar-told", !note || note.matches(":not([data-verdict]), .ar-told"));
  const before = worn.has(element) ? worn.get(element) : first;
  if (before === note) return false;
  worn.set(element, note);
  const looks = [...element.classList].filter((name) => /^ar-(tone|line|mark)-/.test(name));
  element.classList.remove(...looks);
  const verdict = [...(verdictOf(note)?.classList ?? [])];
  element.classList.add(...verdict.filter((name) => /^ar-(tone|line)-/.test(name)));
  return true;
}

function tellMark(mark) {
  const notes = noteAnchors(mark).map((id) => document.getElementById(id)).filter(Boolean);
  // The notes may be in another chapter.
  if (!notes.length) return;
  const leading = notes.find((note) => !note.hidden);
  mark.classList.toggle("ar-off", !leading);
  if (wear(mark, leading, notes[0]) && leading) mark.classList.add(`ar-mark-${leading.dataset.kind}`);
}

/** Draw the sign of a note: its verdict as its shape and letter, else its kind. */
function draw(state, link, note) {
  const sign = state.sign.cloneNode(true);
  const verdict = verdictOf(note);
  const tone = verdict && /ar-tone-([\w-]+)/.exec(verdict.className)[1];
  sign.querySelector("use").href.baseVal = `#ar-sign-${tone ?? note?.dataset.kind ?? "none"}`;
  const letter = sign.querySelector("text");
  if (verdict) {
    letter.textContent = badgeOf(note);
    letter.classList.toggle("ar-inverse", tone !== "open");
  } else {
    letter.parentElement.classList.remove("ar-told-verdict");
    letter.parentElement.nextElementSibling.remove();
    letter.remove();
  }
  link.replaceChildren(...sign.children);
}
