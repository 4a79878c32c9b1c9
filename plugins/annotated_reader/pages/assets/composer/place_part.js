// What the note is about: a sentence, or words in it, chosen on the page or by keyboard here.

import { t } from "./data.js";
import { el, group, labelled } from "./dom.js";
import { snap } from "./edges.js";
import { selectorFor } from "./selector.js";

/** The part of the form for the place; `show` brings it up to date. */
export function placePart(desk) {
  const from = number(() => move(desk, from, to));
  const to = number(() => move(desk, from, to));
  // Not `readonly`: in such a field some browsers have no caret to select with by keyboard.
  const words = el("textarea", {
    class: "ar-source-text",
    "aria-readonly": "true",
    inputmode: "none",
    rows: 4,
    dir: "auto",
    beforeinput: (event) => event.preventDefault(),
  });
  for (const event of ["select", "keyup", "pointerup"]) {
    words.addEventListener(event, () => choose(desk, words));
  }
  const chosen = el("output", { class: "ar-chosen" });
  const part = group(
    t("place"),
    el("div", { class: "ar-row" }, labelled(t("from"), from), labelled(t("to"), to)),
    labelled(t("words"), words, t("words_hint")),
    el("p", {}, chosen),
  );
  return { part, show: () => show(desk, { from, to, words, chosen }), first: from };
}

const number = (input) => el("input", { inputmode: "numeric", size: 5, autocomplete: "off", input });

const sentenceOf = (desk, id) => desk.page.sentences.find((sentence) => sentence.id === id);
const idOf = (field) => `s${field.value.trim().replace(/^s/, "")}`;

/** Take sentences by their numbers. */
function move(desk, from, to) {
  const first = sentenceOf(desk, idOf(from));
  const last = sentenceOf(desk, idOf(to)) ?? first;
  desk.take(first ? [first.start, Math.max(first.end, last.end)] : null);
}

/** Take the words that are selected in the field; none selected leaves things as they are. */
function choose(desk, field) {
  const { selectionStart: start, selectionEnd: end } = field;
  if (start === end || !desk.span) return;
  const offset = touched(desk)[0].start;
  // A field makes one line end of two characters: the rest of the text keeps its length.
  const span = snap(desk.page.text, offset + start, offset + end);
  if (span && (span[0] !== desk.span[0] || span[1] !== desk.span[1])) desk.take(span, { still: true });
}

const touched = ({ page, span: [start, end] }) =>
  page.sentences.filter((sentence) => sentence.start < end && sentence.end > start);

function show(desk, { from, to, words, chosen }) {
  desk.selector = desk.span && selectorFor(desk.page, desk.span);
  if (!desk.span) {
    words.value = chosen.value = "";
    return;
  }
  const sentences = touched(desk);
  const text = desk.page.text.slice(sentences[0].start, sentences.at(-1).end);
  const shown = text.replace(/\r/g, " ");
  const last = sentences.length > 1 ? sentences.at(-1).id.slice(1) : "";
  for (const [field, number] of [[from, sentences[0].id.slice(1)], [to, last]]) {
    if (document.activeElement !== field) field.value = number;
  }
  if (words.value !== shown) words.value = shown;
  chosen.value = selected(desk);
}

function selected({ selector }) {
  if (!selector) return t("no_words");
  if (!selector.quote) return t("whole");
  const around = [selector.prefix && `… ${selector.prefix}`, selector.suffix && `${selector.suffix} …`];
  return [`“${selector.quote}”`, ...around.filter(Boolean)].join(" · ");
}
