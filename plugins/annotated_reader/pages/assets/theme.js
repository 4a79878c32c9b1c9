// What Material leaves undone: its search is a dialog without a name (WCAG 4.1.2).

export function nameTheSearch() {
  const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  const field = search?.querySelector("input[aria-label]");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));
}
