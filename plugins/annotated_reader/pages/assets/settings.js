// What the reader has chosen: the address of the page says it, else memory, else the site.
// The address carries all of it, so that a view can be shared; memory holds habits only.

const PREFIX = "annotated-reader.";
const FORMS = ["card", "margin", "inline", "list", "none"];
const HABITS = ["notes", "marks", "numbers", "keys"];
export const FACETS = ["kind", "verdict", "by"];

let standard = {};
export let settings = {};

/** Read what holds for a page. */
export function load(root) {
  standard = { notes: "card", marks: "few", read: root.dataset.read, numbers: "off", keys: "on", sheet: "" };
  const query = new URLSearchParams(location.search);
  settings = { ...standard };
  for (const name of HABITS) settings[name] = recall(name) ?? settings[name];
  for (const name of Object.keys(standard)) settings[name] = query.get(name) ?? settings[name];
  if (!FORMS.includes(settings.notes)) settings.notes = standard.notes;
  for (const name of FACETS) settings[name] = query.has(name) ? new Set(query.getAll(name)) : null;
}

/** Choose something, remember it if it is a habit, and write it into the address. */
export function choose(name, value) {
  settings[name] = value;
  if (HABITS.includes(name)) remember(name, value === standard[name] ? null : value);
  // A page opened from disk may not change its address.
  if (location.protocol.startsWith("http")) history.replaceState(history.state, "", address());
}

/** Go back to what the site decides. */
export function forget() {
  for (const name of Object.keys(standard)) choose(name, standard[name]);
  for (const name of FACETS) choose(name, null);
}

/** The address of the page as it is shown now. */
export function address() {
  const url = new URL(location.href);
  for (const name of Object.keys(standard)) {
    url.searchParams.delete(name);
    if (settings[name] !== standard[name]) url.searchParams.set(name, settings[name]);
  }
  for (const name of FACETS) {
    url.searchParams.delete(name);
    for (const value of settings[name] ?? []) url.searchParams.append(name, value);
    if (settings[name]?.size === 0) url.searchParams.append(name, "");
  }
  return url;
}

// Memory may be forbidden, full, or missing where a page is opened from disk.
function recall(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // Then it holds for this page only.
  }
}
