// What is being written: kept in this browser until it is sent or thrown away.

const KEY = "annotated-reader.draft.";

const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString();

export const fresh = () => ({
  place: null,
  kind: "claim",
  verdict: "",
  reasons: [],
  lead: "",
  note: "",
  sources: [],
  searched: "",
  see: [],
  relation: "",
  by: "",
  checked: today().slice(0, 10),
  mark: Math.random().toString(36).slice(2, 6),
});

const WRITTEN = ["verdict", "reasons", "lead", "note", "sources", "searched", "see"];

/** Whether somebody has written anything that would be missed. */
export const isWritten = (draft) => WRITTEN.some((key) => draft[key].length);

// Memory may be forbidden or full.
export function recall(text) {
  try {
    return { ...fresh(), ...JSON.parse(localStorage.getItem(KEY + text)) };
  } catch {
    return fresh();
  }
}

export function keep(text, draft) {
  try {
    if (isWritten(draft)) localStorage.setItem(KEY + text, JSON.stringify(draft));
    else localStorage.removeItem(KEY + text);
  } catch {
    // Then it lives as long as the page.
  }
}
