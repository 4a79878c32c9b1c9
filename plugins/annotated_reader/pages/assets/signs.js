// What numbers, marked words and the picture of the text tell: only of notes that are shown, and
// no verdict that is hidden. As long as everything is shown, that is what the page comes with.

import { groupOf, noteAnchors, sentenceOf, shownIn } from "./notes.js";

/** Let numbers, marks and signs of a page tell what there is to see now. */
export function tellSigns(root) {
  const { notes, read, filtered } = root.dataset;
  const changed = notes === "none" || read === "first" || filtered;
  // Most pages are as they came, and a page may have a thousand notes.
  if (!changed && !root.dataset.told) return;
  root.dataset.told = changed || "";
  const signs = new Map();
  for (const link of root.querySelectorAll(".ar-strip-list a")) signs.set(link.hash.slice(1), link);
  for (const control of root.querySelectorAll(".ar-ref")) {
    tellNumber(root, control, signs.get(sentenceOf(control)));
  }
  for (const mark of root.querySelectorAll(".ar-mark[data-notes]")) tellMark(mark);
}

/** A number without notes to show leads to its own sentence, and says nothing but itself. */
function tellNumber(root, control, sign) {
  const bare = control.matches(".ar-bare");
  const shown = bare ? [] : shownIn(groupOf(control));
  const leading = shown.find((note) => !note.matches(".ar-withdrawn"));
  const label = labelOf(root, control, shown);
  const silent = root.dataset.notes === "none";
  control.href = `#${silent || bare ? "" : "notes-"}${sentenceOf(control)}`;
  set(control, "role", silent || bare ? null : "doc-noteref");
  set(control, "aria-label", silent ? null : label);
  set(control, "data-badge", verdictOf(leading)?.querySelector(".ar-badge").textContent ?? null);
  wear(control, leading);
  if (!sign) return;
  set(sign, "aria-label", label);
  wear(sign, leading);
  draw(root, sign, leading);
}

function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** The label that the page came with, or one of the same kind for fewer notes or for hidden verdicts. */
function labelOf(root, control, shown) {
  control.dataset.label ??= control.getAttribute("aria-label");
  const { filtered, read, summary, hidden } = root.dataset;
  const group = groupOf(control);
  if (!group || (!filtered && read !== "first")) return control.dataset.label;
  const named = shown.map((note) => (isHidden(root, note) ? hidden : note.dataset.name));
  const elsewhere = [...group.querySelectorAll(".ar-elsewhere > li:not([hidden]) > a")];
  const names = [...(read === "first" ? new Set(named) : named), ...elsewhere.map((a) => a.textContent)];
  if (names.length) {
    return summary.replace("{number}", control.textContent).replace("{names}", names.join(", "));
  }
  return group.hidden ? control.textContent : control.dataset.label;
}

const isHidden = (root, note) =>
  root.dataset.read === "first" && note.matches("[data-verdict]:not(.ar-told, .ar-withdrawn)");

const verdictOf = (note) => note?.querySelector(":scope > .ar-note-head .ar-verdict");

/** Look like a note, or like none. */
function wear(element, note) {
  const looks = [...element.classList].filter((name) => /^ar-(tone|line|mark)-/.test(name));
  element.classList.remove(...looks);
  const verdict = [...(verdictOf(note)?.classList ?? [])];
  element.classList.add(...verdict.filter((name) => /^ar-(tone|line)-/.test(name)));
  element.classList.toggle("ar-told", !note || note.matches(":not([data-verdict]), .ar-told"));
}

function tellMark(mark) {
  const notes = noteAnchors(mark).map((id) => document.getElementById(id)).filter(Boolean);
  // The notes may be in another chapter.
  if (!notes.length) return;
  const leading = notes.find((note) => !note.hidden);
  mark.classList.toggle("ar-off", !leading);
  wear(mark, leading);
  if (leading) mark.classList.add(`ar-mark-${leading.dataset.kind}`);
}

/** Draw the sign of a note where that is not the one which the page came with. */
function draw(root, link, note) {
  link.classList.toggle("ar-off", !note);
  if (!root.dataset.filtered && !link.dataset.drawn) return;
  link.dataset.drawn = true;
  const { content } = root.querySelector(".ar-parts");
  const sign = content.querySelector(".ar-sign").cloneNode(true);
  const verdict = verdictOf(note);
  const tone = verdict && /ar-tone-([\w-]+)/.exec(verdict.className)[1];
  sign.querySelector("use").href.baseVal = `#ar-sign-${tone ?? note?.dataset.kind ?? "none"}`;
  const letter = sign.querySelector("text");
  if (verdict) {
    letter.textContent = verdict.querySelector(".ar-badge").textContent;
    letter.classList.toggle("ar-inverse", tone !== "open");
  } else {
    letter.parentElement.classList.remove("ar-told-verdict");
    letter.parentElement.nextElementSibling.remove();
    letter.remove();
  }
  link.replaceChildren(...sign.children);
}
