// The way to the composer, which is loaded when somebody wants to write a note.

import { recall } from "./asked.js";
import { close, giveFocusBack, isIn } from "./card.js";
import { remember } from "./settings.js";
import { copy, say } from "./tools.js";

const HERE = document.currentScript?.src;
/** What the composer takes from the reader. */
const TOOLS = { home: HERE, copy, focus: giveFocusBack, recall, remember };
let loading = null;

/** Open the composer on a sentence or on a range of the page; on neither, where it was left. */
export async function compose(root, place = {}) {
  hideOffer();
  try {
    await (loading ??= loadComposer());
    if (place.range) getSelection().removeAllRanges();
  } catch {
    loading = null;
    return say(root, root.querySelector(".ar-said").dataset.unloaded);
  }
  globalThis.annotatedReaderComposer.open(root, place, TOOLS);
}

// Script elements, since modules and fetching are refused where a page is opened from disk.
async function loadComposer() {
  const style = { rel: "stylesheet", href: new URL("composer.css", HERE).href };
  await Promise.all([arrived("link", style), script("composer-data.js")]);
  await script("composer.js");
}

const script = (name) => arrived("script", { src: new URL(name, HERE).href });

function arrived(kind, properties) {
  return new Promise((onload, onerror) => {
    document.head.append(
      Object.assign(document.createElement(kind), { ...properties, onload, onerror }),
    );
  });
}

let offer = null;
let resting = 0;

export const isOffering = () => offer !== null;

/** Offer to annotate the words that are selected, once the selection rests. */
export function onSelection(root) {
  clearTimeout(resting);
  resting = setTimeout(() => {
    hideOffer();
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const texts = [...root.querySelectorAll(".ar-title, .ar-text")];
    if (isIn(range.startContainer)) return;
    if (texts.some((text) => text.contains(range.startContainer))) showOffer(root, range);
  }, 250);
}

function showOffer(root, range) {
  const kept = range.cloneRange();
  const lines = range.getClientRects();
  if (!lines.length) return;
  const { bottom, left } = lines[lines.length - 1];
  close();
  offer = root.querySelector(".ar-parts").content.querySelector(".ar-offer").cloneNode(true);
  offer.addEventListener("pointerdown", (event) => event.preventDefault());
  offer.addEventListener("click", () => compose(root, { range: kept }));
  root.append(offer);
  offer.style.top = `${Math.min(bottom + 8, innerHeight - 48)}px`;
  offer.style.left = `${Math.max(8, Math.min(left, innerWidth - offer.offsetWidth - 8))}px`;
}

function hideOffer() {
  offer?.remove();
  offer = null;
}
