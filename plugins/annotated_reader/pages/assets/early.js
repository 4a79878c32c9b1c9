// In the head of a page: the text takes the form that is asked for before it is first painted, so
// that nothing moves when the script of the reader comes.

import { asked, VALUES } from "./asked.js";
import { sayForm } from "./form.js";

const arrival = new MutationObserver(() => {
  const root = document.querySelector(".ar[data-text]");
  if (!root) return;
  arrival.disconnect();
  const settings = {};
  for (const [name, [usual]] of Object.entries(VALUES)) settings[name] = asked(name) ?? usual;
  sayForm(root, settings);
  root.dataset.early = "";
  // Where the script of the reader does not come, a list is better than an empty margin.
  addEventListener("load", () => {
    if (!root.querySelector(".ar-ready")) sayForm(root, { ...settings, notes: "list" });
  });
});
arrival.observe(document, { childList: true, subtree: true });
