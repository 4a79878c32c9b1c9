// What the note is about: a sentence, or words in it, chosen on the page or by keyboard here.

import { t } from "./data.js";
import { el, group, labelled } from "./dom.js";
import { snap } from "./edges.js";
import { sentenceSpan } from "./passage.js";
import { selectorFor, touchedBy } from "./selector.js";

export function placePart(desk) {
  const input = () => move(desk, numbers);
  const numbers = [0, 1].map(() => el("input", { inputMode: "numeric", size: 5, input }));
  const choose = () => chooseIn(desk, words);
  // Not `readonly`: in such a field some browsers have no caret to select with by keyboard.
  const words = el("textarea", {
    class: "ar-source-text",
    "aria-readonly": "true",
    inputMode: "none",
    rows: 4,
    dir: "auto",
    beforeinput: (event) => event.preventDefault(),
    select: choose,
    keyup: choose,
    pointerup: choose,
  });
  const chosen = el("output", { class: "ar-chosen" });
  desk.shows.push(() => show(desk, numbers, words, chosen));
  return group(
    t("place"),
    el("div", { class: "ar-row" }, labelled(t("from"), numbers[0]), labelled(t("to"), numbers[1])),
    labelled(t("words"), words, t("words_hint")),
    el("p", {}, chosen),
  );
}

/** Take sentences by their numbers. */
function move(desk, numbers) {
  const idOf = ({ value }) => `s${value.trim().replace(/^s/, "")}`;
  const spans = numbers.map((field) => sentenceSpan(desk.page, idOf(field)));
  const [first, last = first] = spans.filter(Boolean);
  desk.take(spans[0] && [first[0], Math.max(first[1], last[1])]);
}

/** Take the words that are selected in the field; none selected leaves things as they are. */
function chooseIn(desk, { selectionStart: start, selectionEnd: end }) {
  if (start === end || !desk.span) return;
  const offset = touchedBy(desk.page, desk.span)[0].start;
  // A field makes one line end of two characters: the rest of the text keeps its length.
  const span = snap(desk.page.text, offset + start, offset + end);
  if (span && `${span}` !== `${desk.span}`) desk.take(span, { still: true });
}

function show(desk, numbers, words, chosen) {
  const { page, span } = desk;
  desk.selector = selectorFor(page, span);
  const [first, ...others] = touchedBy(page, span);
  const last = others.at(-1);
  const text = first ? page.text.slice(first.start, (last ?? first).end).replace(/\r/g, " ") : "";
  if (words.value !== text) words.value = text;
  chosen.value = span ? selected(desk) : "";
  for (const [n, sentence] of [first, last].entries()) {
    if (document.activeElement !== numbers[n]) numbers[n].value = sentence?.id.slice(1) ?? "";
  }
}

function selected({ selector }) {
  if (!selector) return "";
  const { quote, prefix, suffix } = selector;
  if (!quote) return t("whole");
  return [`“${quote}”`, prefix && `… ${prefix}`, suffix && `${suffix} …`].filter(Boolean).join(" · ");
}
