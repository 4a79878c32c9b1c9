// What Material leaves undone, and what of it stands in the way.

/** Name its search, a dialog without a name (WCAG 4.1.2); from disk it cannot work, and goes. */
export function mendSearch() {
  const button = document.querySelector(".md-header__button[for=__search]");
  if (button && location.protocol === "file:") button.style.display = "none";
  const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  const field = search?.querySelector("input[aria-label]");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));
}

/** Height in px of what stays at the top of the window while the page moves under it. */
export const headerHeight = () => document.querySelector(".md-header")?.offsetHeight ?? 0;
