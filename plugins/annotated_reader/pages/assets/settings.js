// What the reader has chosen: the address of the page says it, else memory, else the site.
// The address carries all of it, so that a view can be shared; memory holds habits only.

import { asked, habit, HABITS, PREFIX, VALUES } from "./asked.js";

/** What a shared view says in any case: else the habits of who opens it would win. */
const SHARED = ["notes", "marks", "read", "numbers"];
export const FACETS = ["kind", "verdict", "by"];

let standard = {};
let known = {};
export let settings = {};

/** Read what holds for a page; what it does not know is ignored. */
export function load(root) {
  const claims = root.querySelector(".ar-note[data-kind=claim]");
  standard = Object.fromEntries(Object.entries(VALUES).map(([name, [first]]) => [name, first]));
  standard.read = claims ? root.dataset.read : "open";
  settings = {};
  for (const name of Object.keys(VALUES)) settings[name] = asked(name) ?? standard[name];
  if (!claims) settings.read = standard.read;
  const query = new URLSearchParams(location.search);
  known = root.querySelector(".ar-choices").dataset;
  for (const name of FACETS) settings[name] = chosenIn(query, name);
  // Whoever asks for a verdict asks for claims.
  if (settings.verdict && !settings.kind) settings.kind = new Set(["claim"]);
  if (location.search || HABITS.some(habit)) write();
}

const valuesOfFacet = (name) => known[name].split("|");

/** The values of a facet that an address names; an empty one stands for none of them. */
function chosenIn(query, name) {
  const values = query.getAll(name).filter((value) => !value || valuesOfFacet(name).includes(value));
  return values.length ? new Set(values) : null;
}

/** What holds for this reader where the address says nothing. */
const usual = (name) => habit(name) ?? standard[name];

/** Choose something, remember it if it is a habit, and write it into the address. */
export function choose(name, value) {
  settings[name] = value;
  if (HABITS.includes(name)) remember(name, value === standard[name] ? null : value);
  write();
}

function write() {
  // A page opened from disk may not change its address.
  if (location.protocol.startsWith("http")) history.replaceState(history.state, "", address());
}

/** Go back to what the site decides. */
export function forget() {
  for (const name of Object.keys(standard)) choose(name, standard[name]);
  for (const name of FACETS) choose(name, null);
}

/** The address of the page as it is shown now: to this reader, or to be `shared` with any. */
export function address({ shared = false } = {}) {
  const url = new URL(location.href);
  for (const name of Object.keys(VALUES)) {
    url.searchParams.delete(name);
    if (isSaid(name, shared)) url.searchParams.set(name, settings[name]);
  }
  for (const name of FACETS) {
    url.searchParams.delete(name);
    const values = settings[name] ?? (name === "kind" && settings.verdict && valuesOfFacet(name));
    for (const value of values || []) url.searchParams.append(name, value);
    if (values?.size === 0) url.searchParams.append(name, "");
  }
  return url;
}

/** Whether a setting stands in the address. Keys are a matter of the person, not of the view. */
function isSaid(name, shared) {
  if (shared) return SHARED.includes(name) || (name === "sheet" && settings.sheet !== "");
  return settings[name] !== standard[name] || settings[name] !== usual(name);
}

/** Keep something in this browser; null forgets it. */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // Then it holds for this page only.
  }
}
