// The form in which a page shows its notes: the root says it, and styles do the rest.

const WIDE = matchMedia("(min-width: 1100px)");

/** Call back when there is room for a margin, or no more. */
export const whenWidthChanges = (then) => WIDE.addEventListener("change", then);

/** Say on the root of a page what some settings ask for. */
export function sayForm(root, { notes, marks, numbers, sheet }) {
  const worksheet = sheet === "worksheet";
  const narrow = notes === "margin" && !WIDE.matches;
  // A worksheet is for those who do not know the notes yet.
  root.dataset.notes = worksheet ? "none" : narrow ? "card" : notes;
  root.dataset.marks = marks;
  root.dataset.numbers = worksheet ? "on" : numbers;
  root.dataset.sheet = sheet;
  root.classList.toggle("ar-narrow", narrow);
  // The theme makes room for notes beside a text.
  root.closest(".md-main")?.toggleAttribute("data-beside", root.dataset.notes === "margin");
}
