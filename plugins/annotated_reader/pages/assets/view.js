// The choices of the reader, carried out: one list of notes, shown in five ways.

import { bringLinked } from "./arrive.js";
import { close } from "./card.js";
import { compose } from "./compose.js";
import { countNotes, filterNotes } from "./filter.js";
import { sayForm, whenWidthChanges } from "./form.js";
import { beginInline, moveBack } from "./inline.js";
import { startMargin, stopMargin } from "./margin.js";
import { linked } from "./notes.js";
import { unveil, veil } from "./reading.js";
import { rove } from "./rove.js";
import { address, choose, FACETS, forget, load, settings } from "./settings.js";
import { tellSigns } from "./signs.js";
import { step } from "./steps.js";
import { copy } from "./tools.js";

const OFF = { read: "open", marks: "few" }; // what a box says that is not checked
let current = null;
let hash = "";

/** The part of the page that holds a text, once its view has been set up. */
export const page = () => (current?.isConnected ? current : null);

export function beginView(element) {
  current = element;
  load(current);
  const tools = current.querySelector(".ar-tools");
  tools.classList.add("ar-ready");
  tools.querySelector("form").addEventListener("change", onChange);
  tools.querySelector("form").addEventListener("reset", onReset);
  tools.addEventListener("click", onToolClick);
  tools.querySelector(".ar-view").addEventListener("toggle", () => countNotes(current));
  current.querySelector(".ar-end")?.addEventListener("click", onToolClick);
  const strip = current.querySelector(".ar-strip-list");
  if (strip) rove(strip, [...strip.querySelectorAll("a")]);
  fillForm();
  apply();
  hash = location.hash;
  showTarget();
  // Until all of a page is there, the browser scrolls to what the address leads to in its own way.
  if (document.readyState !== "complete") addEventListener("load", showTarget, { once: true });
}

// Only the margin asks for a width.
whenWidthChanges(() => page() && settings.notes === "margin" && apply());
addEventListener("beforeprint", () => page() && moveBack(current));
addEventListener("afterprint", () => page() && apply());

/** Follow a link within the page, however the browser or the theme came to it. */
export function arrive() {
  if (!page() || location.hash === hash) return;
  hash = location.hash;
  if (current.dataset.filtered) showNotes();
  showTarget();
}

/** Show the note that the address leads to, also where there are to be none: the link wins. */
function showTarget() {
  const target = linked(current);
  if (target && settings.notes === "none" && !settings.sheet) {
    settings.notes = "list";
    fillForm();
    apply();
  }
  if (target) bringLinked(current, target);
}

function fillForm() {
  for (const input of current.querySelectorAll(".ar-choices input")) {
    const value = settings[input.name];
    if (FACETS.includes(input.name)) input.checked = !value || value.has(input.value);
    else input.checked = value === input.value;
  }
}

function apply() {
  close();
  stopMargin();
  moveBack(current);
  sayForm(current, settings);
  const questions = current.querySelector(".ar-worksheet");
  if (questions) questions.hidden = settings.sheet !== "worksheet";
  if (settings.read === "first") veil(current);
  else if (current.dataset.read === "first") unveil(current);
  showNotes();
  if (current.dataset.notes === "inline") beginInline(current);
  if (current.dataset.notes === "margin") startMargin(current);
  delete current.dataset.early;
}

function showNotes() {
  filterNotes(current);
  tellSigns(current);
}

function onChange({ target }) {
  const inputs = [...current.querySelectorAll(`.ar-choices input[name="${target.name}"]`)];
  const on = inputs.filter((input) => input.checked).map((input) => input.value);
  if (FACETS.includes(target.name)) {
    choose(target.name, on.length === inputs.length ? null : new Set(on));
  } else if (target.type === "radio") choose(target.name, target.value);
  else choose(target.name, target.checked ? target.value : OFF[target.name] ?? "off");
  apply();
}

function onReset(event) {
  event.preventDefault();
  forget();
  fillForm();
  apply();
}

function onToolClick({ target }) {
  const button = target.closest("button");
  if (!button) return;
  if (button.matches(".ar-previous")) step(current, -1, { pin: true });
  if (button.matches(".ar-next")) step(current, 1, { pin: true });
  if (button.matches(".ar-add-note")) compose(current);
  if (button.matches(".ar-copy-view")) copy(current, address({ shared: true }).href);
  if (button.matches(".ar-show-verdicts")) showVerdicts();
  if (button.dataset.print !== undefined) printSheet(button.dataset.print);
}

function showVerdicts() {
  const atEnd = document.activeElement?.closest(".ar-end");
  choose("read", "open");
  fillForm();
  unveil(current, { aloud: true });
  // The button that had the focus is gone.
  current.querySelector(atEnd ? ".ar-back" : ".ar-next")?.focus({ preventScroll: true });
}

function printSheet(sheet) {
  const before = settings.sheet;
  settings.sheet = sheet;
  apply();
  print();
  settings.sheet = before;
  apply();
}
