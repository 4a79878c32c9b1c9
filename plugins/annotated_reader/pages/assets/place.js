// Where the card stands: CSS anchors it where the browser can; else these few lines do.

const GAP = 6; // px between the words and the card, the same as in card.css
const SHEET = "(max-width: 40rem)"; // where card.css makes the card a sheet at the bottom edge
const anchored = CSS.supports("position-area", "block-end");
let follow = null;

/** Keep a card beside its anchor while the page moves under it. */
export function followAnchor(card, anchor) {
  if (matchMedia(SHEET).matches) keepInSight(card, anchor);
  if (anchored) return;
  follow = () => putBy(card, anchor.getBoundingClientRect());
  follow();
  addEventListener("scroll", follow, { passive: true });
  addEventListener("resize", follow);
}

/** Stop what followAnchor began. */
export function stopFollowing() {
  removeEventListener("scroll", follow);
  removeEventListener("resize", follow);
  follow = null;
}

/** Scroll the words out from under the sheet that explains them. */
function keepInSight(card, anchor) {
  const hidden = anchor.getBoundingClientRect().bottom + 4 * GAP - card.getBoundingClientRect().top;
  if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
}

function putBy(card, anchor) {
  if (matchMedia(SHEET).matches) {
    card.style.top = card.style.left = "";
    return;
  }
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = anchor.bottom + GAP + height <= innerHeight || anchor.top < height + GAP;
  const middle = (anchor.left + anchor.right - width) / 2;
  card.style.top = `${below ? anchor.bottom + GAP : anchor.top - height - GAP}px`;
  card.style.left = `${Math.max(GAP, Math.min(middle, innerWidth - width - GAP))}px`;
}
