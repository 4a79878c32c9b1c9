// Where the card stands: CSS anchors it where the browser can; else these few lines do.

import { headerHeight } from "./theme.js";

const GAP = 6; // px between the words and the card, the same as in card.css
const SHEET = "(max-width: 40rem)"; // where card.css makes the card a sheet at the bottom edge
const anchored = CSS.supports("position-area", "block-end");
let watch = null;
let moved = null;

/** Keep a card beside its anchor while the page moves under it, and say when that is out of sight. */
export function followAnchor(card, anchor, onGone) {
  stopFollowing();
  if (isSheet()) bringToSight(card, anchor);
  watch = whenGone(anchor, onGone);
  let width = innerWidth;
  moved = () => {
    if (!anchored) putBy(card, anchor.getBoundingClientRect());
    // The lines are broken anew, and the words may be anywhere.
    if (width !== innerWidth) bringToSight(card, anchor);
    width = innerWidth;
  };
  moved();
  addEventListener("scroll", moved, { passive: true });
  addEventListener("resize", moved);
}

/** Stop what followAnchor began. */
export function stopFollowing() {
  watch?.disconnect();
  removeEventListener("scroll", moved);
  removeEventListener("resize", moved);
  moved = watch = null;
}

/** Say when an anchor that was in sight is so no more, be it below the head of the page. */
function whenGone(anchor, onGone) {
  let seen = false;
  const observer = new IntersectionObserver(
    (entries) => {
      const there = entries.at(-1).isIntersecting;
      if (seen && !there) onGone();
      seen ||= there;
    },
    { rootMargin: `${-headerHeight()}px 0px 0px` },
  );
  observer.observe(anchor);
  return observer;
}

const isSheet = () => matchMedia(SHEET).matches;

/** Scroll the words out from under the sheet that explains them, or back into the window. */
function bringToSight(card, anchor) {
  const { top, bottom } = anchor.getBoundingClientRect();
  const end = isSheet() ? card.getBoundingClientRect().top - 4 * GAP : innerHeight;
  const start = headerHeight() + GAP;
  const hidden = bottom > end ? bottom - end : Math.min(0, top - start);
  if (hidden) scrollBy({ top: hidden, behavior: "instant" });
}

/** Below the words, else above them, and within the column of the text. */
function putBy(card, anchor) {
  if (isSheet()) {
    card.style.top = card.style.left = "";
    return;
  }
  const { offsetWidth: width, offsetHeight: height } = card;
  const column = card.closest(".ar").querySelector(".ar-text").getBoundingClientRect();
  const below = anchor.bottom + GAP + height <= innerHeight || anchor.top < height + GAP;
  const middle = (anchor.left + anchor.right - width) / 2;
  card.style.top = `${below ? anchor.bottom + GAP : anchor.top - height - GAP}px`;
  card.style.left = `${Math.max(column.left, Math.min(middle, column.right - width))}px`;
}
