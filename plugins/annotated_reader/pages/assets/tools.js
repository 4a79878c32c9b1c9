// Tools of a sentence: its link, its citation, sharing it.

import { sentenceOf } from "./notes.js";

const SAID_FOR = 4000; // ms that words stay
let silencing = 0;

/** Say something to those who hear the page, and show it for a moment. */
export function say(root, words) {
  const said = root.querySelector(".ar-said");
  clearTimeout(silencing);
  said.textContent = "";
  // Whatever was opened last is on top, also of a card. Words that are there at once are not heard.
  if (said.matches(":popover-open")) said.hidePopover();
  said.showPopover();
  setTimeout(() => (said.textContent = words), 50);
  silencing = setTimeout(() => said.hidePopover(), SAID_FOR);
}

/** Carry out what a button in the tools of a sentence is for. */
export async function useTool(root, button, control) {
  const sentence = document.getElementById(sentenceOf(control));
  const url = new URL(location.href);
  url.search = "";
  url.hash = sentence.id;
  const words = sentence.textContent.trim().replace(/\s+/g, " ");
  if (button.dataset.do === "share") {
    // A reader who changes their mind is no error.
    return navigator.share({ title: document.title, text: words, url: url.href }).catch(() => {});
  }
  const citation = () => cite(root, { words, number: control.textContent, url: url.href });
  return copy(root, button.dataset.do === "link" ? url.href : citation());
}

function cite(root, values) {
  const day = new Intl.DateTimeFormat(root.lang, { dateStyle: "long" }).format(new Date());
  const parts = { ...values, day };
  return root.dataset.citation.replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);
}

/** Put words on the clipboard, also where the newer way is not allowed. */
export async function copy(root, words) {
  const { copied, failed } = root.querySelector(".ar-said").dataset;
  try {
    await navigator.clipboard.writeText(words);
    say(root, copied);
  } catch {
    say(root, copyOldWay(words) ? copied : failed);
  }
}

function copyOldWay(words) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "ar-unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  return done;
}
