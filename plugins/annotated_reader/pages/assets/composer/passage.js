// The sentences of a page as one text, and what a reader has selected in it.

import { snap } from "./edges.js";

/** The text of a page as its seed has it, white space apart, and the place of each sentence in it. */
export function readPage(root) {
  const sentences = [];
  let text = "";
  for (const element of root.querySelectorAll(".ar-s")) {
    const start = text.length;
    text += element.textContent;
    sentences.push({ id: element.id, element, start, end: text.length });
    text += element.dataset.gap ?? " ";
  }
  return { text, sentences };
}

/** The span of a sentence; null where there is none. */
export function sentenceSpan({ sentences }, id) {
  const found = sentences.find((sentence) => sentence.id === id);
  return found ? [found.start, found.end] : null;
}

/** The span of a page that a range touches, made whole words; null when it touches none. */
export function spanOf(page, range) {
  const touched = page.sentences.filter(({ element }) => range.intersectsNode(element));
  if (!touched.length) return sentenceSpan(page, besides(range.startContainer));
  const [first, last] = [touched[0], touched.at(-1)];
  const start = first.start + offsetIn(first.element, range.startContainer, range.startOffset, 0);
  const length = last.end - last.start;
  const end = last.start + offsetIn(last.element, range.endContainer, range.endOffset, length);
  return snap(page.text, start, end);
}

/** The sentence whose number, or whose notes, stand around a node. */
const besides = (node) =>
  (node.closest ? node : node.parentElement)
    .closest('[id^="ref-"], [id^="notes-"]')
    ?.id.replace(/^\w+-/, "");

/** How many characters of an element stand before a point; `outside` when it is not in there. */
function offsetIn(element, node, offset, outside) {
  if (!element.contains(node)) return outside;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length;
}
