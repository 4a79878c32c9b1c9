// Opening and closing the composer on a text.

import { recall } from "./draft.js";
import { buildPanel } from "./panel.js";
import { readPage, sentenceSpan, spanOf } from "./passage.js";
import { touchedBy } from "./selector.js";

let desk = null;

/** Open the panel on a place of the page; without one, where it was left. */
function open(root, { range, sentence }, tools) {
  if (!desk?.panel.isConnected) desk = begin(root, tools);
  const span = range ? spanOf(desk.page, range) : sentenceSpan(desk.page, sentence);
  desk.take(span ?? desk.span);
  desk.panel.focus({ preventScroll: true });
}

function begin(root, tools) {
  const text = root.dataset.text;
  const one = { root, text, tools, page: readPage(root) };
  one.draft = recall(one);
  // Of a draft from another page there is no place here.
  one.span = touchedBy(one.page, one.draft.place).length ? one.draft.place : null;
  one.light = () => light(one);
  one.close = () => close(one);
  buildPanel(one);
  root.append(one.panel);
  document.documentElement.classList.add("ar-composing");
  return one;
}

/** Show on the page what the note is about. */
function light({ page, span }) {
  const touched = touchedBy(page, span);
  for (const sentence of page.sentences) {
    sentence.element.classList.toggle("ar-composed", touched.includes(sentence));
  }
  touched[0]?.element.scrollIntoView({ block: "nearest" });
}

function close(one) {
  one.stopPicking?.();
  one.panel.remove();
  const [first] = touchedBy(one.page, one.span);
  one.span = null;
  light(one);
  document.documentElement.classList.remove("ar-composing");
  const control = first && document.getElementById(`ref-${first.id}`);
  one.tools.focus(control ?? one.root.querySelector(".ar-add-note"));
}

globalThis.annotatedReaderComposer = { open };
