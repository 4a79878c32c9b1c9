// What Material leaves undone: its search is a dialog without a name (WCAG 4.1.2), and its button
// does nothing where a page is opened from disk, where the index cannot be loaded.

export function mendSearch() {
  const button = document.querySelector(".md-header__button[for=__search]");
  if (button && location.protocol === "file:") button.style.display = "none";
  const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  const field = search?.querySelector("input[aria-label]");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));
}
