// Opening and closing the composer on a text.

import { recall } from "./draft.js";
import { readPage, spanOf } from "./passage.js";
import { buildPanel } from "./panel.js";
import { fold } from "./folding.js";

let desk = null;

/** Open the panel on a place of the page; without one, where it was left. */
function open(root, { range, sentence }, tools) {
  if (!desk?.panel.isConnected) desk = begin(root, tools);
  const found = desk.page.sentences.find(({ id }) => id === sentence);
  const span = range ? spanOf(desk.page, range) : found && [found.start, found.end];
  if (span) desk.span = span;
  desk.changed();
  desk.light();
  desk.panel.focus({ preventScroll: true });
}

function begin(root, tools) {
  const text = root.dataset.text;
  const one = { root, text, tools, page: readPage(root), draft: recall(text), span: null };
  one.span = inPage(one.page, one.draft.place);
  one.light = () => light(one);
  one.close = () => close(one);
  buildPanel(one);
  root.append(one.panel);
  document.documentElement.classList.add("ar-composing");
  return one;
}

/** The place of a draft, as far as the page still has it. */
function inPage(page, span) {
  const fits = Array.isArray(span) && span[0] < span[1] && span[1] <= page.text.length;
  return fits && page.sentences.some(({ start, end }) => start <= span[0] && span[0] < end) ? span : null;
}

/** Show on the page what the note is about. */
function light({ page, span }) {
  for (const { element, start, end } of page.sentences) {
    const touched = span && start < span[1] && end > span[0];
    element.classList.toggle("ar-composed", Boolean(touched));
  }
  document.querySelector(".ar-composed")?.scrollIntoView({ block: "nearest" });
}

function close(one) {
  one.stopPicking?.();
  one.panel.remove();
  const first = document.querySelector(".ar-composed");
  const control = first && document.getElementById(`ref-${first.id}`);
  one.span = null;
  light(one);
  document.documentElement.classList.remove("ar-composing");
  (control ?? one.root.querySelector(".ar-add-note"))?.focus({ preventScroll: true });
  desk = null;
}

globalThis.annotatedReaderComposer = { open, fold };
