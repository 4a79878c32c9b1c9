// Reading first: what others say of a claim stays hidden until the reader asks, or has read the
// text. A correction helps more after reading than before (Brashier et al. 2021, N = 2,683).

import { say } from "./tools.js";

const PER_WORD = 60; // ms: nobody reads a thousand words a minute
let endWatch = null;

/** Hide the claims of a page until they are asked for, one by one or all. */
export function veil(root) {
  root.dataset.read = "first";
  for (const note of root.querySelectorAll(".ar-note[data-kind=claim]:not(.ar-told)")) {
    const veil = root.querySelector(".ar-parts").content.querySelector(".ar-veil");
    if (!note.querySelector(".ar-veil")) note.firstElementChild.after(veil.cloneNode(true));
  }
  swapLabels(root, true);
  watchEnd(root);
}

/** Show everything. */
export function unveil(root, { aloud = false } = {}) {
  root.dataset.read = "open";
  endWatch?.disconnect();
  for (const veil of root.querySelectorAll(".ar-veil")) veil.remove();
  swapLabels(root, false);
  if (aloud) say(root, root.querySelector(".ar-said").dataset.told);
}

/** Show one note, in the list and in the card. */
export function unveilOne(root, button) {
  const shown = button.closest(".ar-note");
  const id = shown.dataset.note ?? shown.id;
  for (const note of [shown, document.getElementById(id)]) {
    note.classList.add("ar-told");
    note.querySelector(".ar-veil")?.remove();
  }
  for (const mark of root.querySelectorAll(`.ar-mark[data-notes~="${id}"]`)) {
    mark.classList.add("ar-told");
  }
  shown.tabIndex = -1;
  shown.focus({ preventScroll: true });
}

/** What is said aloud must not tell what is hidden from the eye. */
function swapLabels(root, plain) {
  for (const link of root.querySelectorAll("[data-plain]")) {
    link.dataset.full ??= link.getAttribute("aria-label");
    link.setAttribute("aria-label", plain ? link.dataset.plain : link.dataset.full);
  }
}

/** Somebody who scrolled to the end, and took time over it, has read the text. */
function watchEnd(root) {
  const begun = performance.now();
  const words = root.querySelector(".ar-text").textContent.split(/\s+/).length;
  endWatch?.disconnect();
  endWatch = new IntersectionObserver((entries) => {
    const read = performance.now() - begun > words * PER_WORD && scrollY > 0;
    if (read && entries.some((entry) => entry.isIntersecting)) unveil(root, { aloud: true });
  });
  endWatch.observe(root.querySelector(".ar-end"));
}
