// Where the card stands: CSS anchors it where the browser can; else these few lines do.

const GAP = 6; // px between the words and the card, the same as in card.css
const anchored = CSS.supports("position-area", "block-end");
let follow = null;

/** Keep a card beside its anchor while the page moves under it. */
export function followAnchor(card, anchor) {
  if (anchored) return;
  follow = () => place(card, anchor.getBoundingClientRect());
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

function place(card, anchor) {
  if (matchMedia("(max-width: 40rem)").matches) {
    card.style.top = card.style.left = ""; // a sheet at the bottom edge, by style alone
    return;
  }
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = anchor.bottom + GAP + height <= innerHeight || anchor.top < height + GAP;
  const middle = (anchor.left + anchor.right - width) / 2;
  card.style.top = `${below ? anchor.bottom + GAP : anchor.top - height - GAP}px`;
  card.style.left = `${Math.max(GAP, Math.min(middle, innerWidth - width - GAP))}px`;
}
