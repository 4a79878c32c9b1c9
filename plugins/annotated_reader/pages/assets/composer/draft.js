// What is being written: kept in this browser until it is sent or thrown away.

/** The day where the reader is, as Sweden writes it: 2026-11-23. */
const today = () => new Date().toLocaleDateString("sv");

export const fresh = () => ({
  kind: "claim",
  reasons: [],
  lead: "",
  note: "",
  sources: [],
  searched: "",
  see: [],
  by: "",
  checked: today(),
  mark: Math.random().toString(36).slice(2, 6),
});

const WRITTEN = ["verdict", "reasons", "term", "lead", "note", "sources", "searched", "see"];

/** Whether somebody has written anything that would be missed. */
export const isWritten = (draft) => WRITTEN.some((key) => draft[key]?.length);

// Several editions may have the same origin, and texts of the same name.
const nameOf = ({ tools, text }) => `draft.${tools.home}#${text}`;

export function recall(desk) {
  try {
    return { ...fresh(), ...JSON.parse(desk.tools.recall(nameOf(desk))) };
  } catch {
    return fresh();
  }
}

export const keep = (desk) =>
  desk.tools.remember(nameOf(desk), isWritten(desk.draft) ? JSON.stringify(desk.draft) : null);
