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
  uses: [],
  own: [],
  see: [],
  relation: "",
  searched: "",
  by: "",
  checked: today().slice(0, 10),
  mark: Math.random().toString(36).slice(2, 6),
});

/** Whether somebody has written anything that would be missed. */
export const isWritten = (draft) =>
  [draft.lead, draft.note, draft.searched, draft.verdict].some((text) => text.trim()) ||
  [draft.reasons, draft.uses, draft.own, draft.see].some((list) => list.length);

// Memory may be forbidden or full.
export function recall(text) {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY + text));
    return { ...fresh(), ...kept };
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
