// Listening on the document, so that pages which the theme swaps in need no new listeners.

import { close } from "./card.js";
import {
  onClick,
  onFocusIn,
  onKeyDown,
  onPointerDown,
  onPointerLeave,
  onPointerOver,
} from "./intent.js";
import { nameTheSearch } from "./theme.js";

nameTheSearch();

// Without popovers the controls are what they are in the page: links to the notes.
if ("popover" in HTMLElement.prototype) {
  document.addEventListener("pointerover", onPointerOver);
  document.documentElement.addEventListener("pointerleave", onPointerLeave);
  document.addEventListener("focusin", onFocusIn);
  document.addEventListener("click", onClick);
  document.addEventListener("pointerdown", onPointerDown);
  document.addEventListener("keydown", onKeyDown);
  // Material's stream of pages; a card must not outlive the page that it belongs to.
  globalThis.document$?.subscribe(() => close());
}
