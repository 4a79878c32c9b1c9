// Listening on the document, so that pages which the theme swaps in need few new listeners.

import { close } from "./card.js";
import { onSelection } from "./compose.js";
import {
  onClick,
  onFocusIn,
  onKeyDown,
  onPointerDown,
  onPointerLeave,
  onPointerMove,
  onPointerOver,
} from "./intent.js";
import { onKey } from "./steps.js";
import { mendSearch } from "./theme.js";
import { arrive, beginView, page } from "./view.js";

function begin() {
  mendSearch();
  close();
  const root = document.querySelector(".ar[data-text]");
  // Without popovers the controls are what they are in the page: links to the notes.
  if (!root || root === page() || !("popover" in HTMLElement.prototype)) return;
  root.addEventListener("click", onClick);
  beginView(root);
}

document.addEventListener("pointerover", onPointerOver);
document.addEventListener("pointermove", onPointerMove, { passive: true });
document.documentElement.addEventListener("pointerleave", onPointerLeave);
document.addEventListener("focusin", onFocusIn);
document.addEventListener("pointerdown", onPointerDown);
document.addEventListener("keydown", onKeyDown);
document.addEventListener("selectionchange", () => page() && onSelection(page()));
document.addEventListener("keydown", (event) => page() && onKey(page(), event));
addEventListener("hashchange", arrive);
begin();
// Material's stream of pages; a card must not outlive the page that it belongs to.
globalThis.document$?.subscribe(begin);
// Where it swaps pages, it follows links within a page by itself, and no hash changes.
globalThis.location$?.subscribe(arrive);
