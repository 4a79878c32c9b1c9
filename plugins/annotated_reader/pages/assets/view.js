// The choices of the reader, carried out: one list of notes, shown in five ways.

import { close } from "./card.js";
import { compose } from "./compose.js";
import { countNotes, filterNotes } from "./filter.js";
import { beginInline, moveBack } from "./inline.js";
import { isWide, startMargin, stopMargin, whenWidthChanges } from "./margin.js";
import { unveil, veil } from "./reading.js";
import { address, choose, FACETS, forget, load, settings } from "./settings.js";
import { step } from "./steps.js";
import { beginStrip } from "./strip.js";
import { copy } from "./tools.js";

const OFF = { read: "open", marks: "few" }; // what a box says that is not checked
let current = null;

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
  if (!navigator.share) current.classList.add("ar-cannot-share");
  beginStrip(current);
  showHidden();
  fillForm();
  apply();
}

whenWidthChanges(() => page() && apply());
addEventListener("beforeprint", () => page() && moveBack(current));
addEventListener("afterprint", () => page() && apply());

/** A link may lead to a note that the settings hide: then the link wins. */
function showHidden() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target?.closest(".ar-group")) return;
  for (const facet of FACETS) settings[facet] = null;
  if (settings.notes === "none") settings.notes = "list";
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
  const margin = settings.notes === "margin";
  current.dataset.notes = margin && !isWide() ? "card" : settings.notes;
  current.classList.toggle("ar-narrow", margin && !isWide());
  current.dataset.marks = settings.marks;
  current.dataset.numbers = settings.numbers;
  current.dataset.sheet = settings.sheet;
  const worksheet = current.querySelector(".ar-worksheet");
  if (worksheet) worksheet.hidden = settings.sheet !== "worksheet";
  filterNotes(current);
  if (settings.read === "first" && current.dataset.read !== "first") veil(current);
  else if (settings.read === "first" && !current.querySelector(".ar-veil")) veil(current);
  else if (settings.read !== "first" && current.dataset.read === "first") unveil(current);
  if (current.dataset.notes === "inline") beginInline(current);
  if (current.dataset.notes === "margin") startMargin(current);
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
  if (button.matches(".ar-previous")) step(current, -1);
  if (button.matches(".ar-next")) step(current, 1);
  if (button.matches(".ar-add-note")) compose(current);
  if (button.matches(".ar-copy-view")) copy(current, address().href);
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
