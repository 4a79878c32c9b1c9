// What is asked of each setting: by the address of the page, else by the habits of the reader.

export const PREFIX = "annotated-reader.";
/** What each setting can be, the usual first. */
export const VALUES = {
  notes: ["card", "margin", "inline", "list", "none"],
  marks: ["few", "all"],
  read: ["open", "first"],
  numbers: ["off", "on"],
  keys: ["on", "off"],
  sheet: ["", "unnumbered", "worksheet"],
};
export const HABITS = ["notes", "marks", "numbers", "keys"];

/** The value that the address asks for, else the reader's usual one, if any; what is not known is ignored. */
export function asked(name) {
  const value = new URLSearchParams(location.search).get(name);
  return VALUES[name].includes(value) ? value : habit(name);
}

/** What this reader usually chooses, if anything. */
export const habit = (name) =>
  HABITS.includes(name) ? VALUES[name].find((value) => value === recall(name)) : undefined;

/** What is kept in this browser under a name. It may be forbidden, or missing where a page is opened from disk. */
export function recall(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}
