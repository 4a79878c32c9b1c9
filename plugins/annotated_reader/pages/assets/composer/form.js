// The fields of a note: what kind it is, what it says, what is found out about a claim.

import { data, t } from "./data.js";
import { choice, el, field, group, line, option } from "./dom.js";
import { blocks, inline } from "./preview.js";
import { isOfKind } from "./record.js";

const { kind: KIND } = data.schema.definitions.NoteRecord.properties;

export function kindPart(desk) {
  const radio = (kind) => {
    const change = () => {
      desk.draft.kind = kind;
      desk.changed();
    };
    const checked = desk.draft.kind === kind;
    const input = el("input", { type: "radio", name: "ar-kind", value: kind, checked, change });
    return option(t(`kind_${kind}`), input, t(`is_${kind}`));
  };
  return group(t("kind"), ...[...new Set(["claim", ...KIND.enum])].map(radio));
}

export function claimPart(desk) {
  const { draft } = desk;
  const meaning = el("small", { class: "ar-meaning" });
  const verdict = choice([["", "–"], ...data.verdicts]);
  const reasons = group(t("f_reasons"), ...data.reasons.map((reason) => reasonOf(desk, reason)));
  const part = el("div", {},
    field(desk, draft, "verdict", verdict),
    meaning,
    el("details", { class: "ar-view" }, el("summary", {}, t("f_reasons")), reasons),
    field(desk, draft, "checked", el("input", { type: "date" })),
    field(desk, draft, "searched", el("textarea", { rows: 2 }), t("searched_hint")),
  );
  desk.shows.push(() => {
    part.hidden = !isOfKind(draft, "verdict");
    meaning.textContent = data.verdicts.find(([id]) => id === draft.verdict)?.[2] ?? "";
  });
  return part;
}

function reasonOf(desk, [id, label, meaning]) {
  const { draft } = desk;
  const change = ({ target }) => {
    draft.reasons = draft.reasons.filter((other) => other !== id).concat(target.checked ? id : []);
    desk.changed();
  };
  const checked = draft.reasons.includes(id);
  return option(label, el("input", { type: "checkbox", checked, change }), meaning);
}

export function wordsPart(desk) {
  const { draft } = desk;
  const term = field(desk, draft, "term", line(), t("term_hint"));
  const preview = el("div", { class: "ar-preview-note", dir: "auto" });
  desk.shows.push(() => {
    term.hidden = !isOfKind(draft, "term");
    const words = draft.lead.trim();
    const first = words ? [el("p", { class: "ar-lead" }, ...inline(words))] : [];
    preview.replaceChildren(...first, ...blocks(draft.note.split("\n")));
  });
  return group(
    t("says"),
    term,
    field(desk, draft, "lead", line(), t("lead_hint")),
    field(desk, draft, "note", el("textarea", { rows: 5, dir: "auto" }), t("note_hint")),
    el("p", { class: "ar-preview-name" }, t("preview")),
    preview,
  );
}

export const namePart = (desk) =>
  field(desk, desk.draft, "by", el("input", { autocomplete: "name" }), t("by_hint"));
