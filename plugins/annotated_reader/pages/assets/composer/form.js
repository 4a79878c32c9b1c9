// The fields of a note: what kind it is, what it says, what is found out about a claim.

import { data, t } from "./data.js";
import { choice, el, group, labelled, option } from "./dom.js";
import { blocks, inline } from "./preview.js";

const KINDS = data.schema.definitions.NoteRecord.properties.kind.enum;
const { lead: LEAD, note: NOTE } = data.schema.definitions.NoteRecord.properties;

/** A field that writes what is typed into the draft. */
export function bound(desk, key, element) {
  element.value = desk.draft[key];
  element.addEventListener("input", () => {
    desk.draft[key] = element.value;
    desk.changed();
  });
  return element;
}

export function kindPart(desk) {
  const radio = (kind) =>
    el("input", {
      type: "radio",
      name: "ar-kind",
      value: kind,
      checked: desk.draft.kind === kind,
      change: () => {
        desk.draft.kind = kind;
        desk.changed();
      },
    });
  const order = ["claim", ...KINDS.filter((kind) => kind !== "claim")];
  return group(t("kind"), ...order.map((kind) => option(t(`kind_${kind}`), radio(kind), t(`is_${kind}`))));
}

export function claimPart(desk) {
  const { draft } = desk;
  const meaning = el("small", { class: "ar-meaning" });
  const pairs = [["", "–"], ...data.verdicts.map(([id, label]) => [id, label])];
  const verdict = bound(desk, "verdict", choice({}, pairs, draft.verdict));
  const explain = () => {
    meaning.textContent = data.verdicts.find(([id]) => id === verdict.value)?.[2] ?? "";
  };
  verdict.addEventListener("input", explain);
  explain();
  const reasons = data.reasons.map(([id, label, means]) => option(label, reason(desk, id), means));
  return el(
    "div",
    {},
    labelled(t("f_verdict"), verdict),
    meaning,
    el("details", { class: "ar-view" }, el("summary", {}, t("f_reasons")), group(t("f_reasons"), ...reasons)),
    labelled(t("f_checked"), bound(desk, "checked", el("input", { type: "date" }))),
    labelled(t("f_searched"), bound(desk, "searched", el("textarea", { rows: 2 })), t("searched_hint")),
  );
}

function reason(desk, id) {
  const { draft } = desk;
  const change = ({ target }) => {
    draft.reasons = data.reasons
      .map(([other]) => other)
      .filter((other) => (other === id ? target.checked : draft.reasons.includes(other)));
    desk.changed();
  };
  return el("input", { type: "checkbox", checked: draft.reasons.includes(id), change });
}

export function wordsPart(desk) {
  const lead = bound(desk, "lead", el("input", { maxlength: LEAD.maxLength, dir: "auto" }));
  const note = bound(desk, "note", el("textarea", { rows: 5, maxlength: NOTE.maxLength, dir: "auto" }));
  const preview = el("div", { class: "ar-preview-note", dir: "auto" });
  const show = () => {
    const first = lead.value.trim() && el("p", { class: "ar-lead" }, ...inline(lead.value.trim()));
    preview.replaceChildren(...[first, ...blocks(note.value)].filter(Boolean));
  };
  return {
    part: group(
      t("says"),
      labelled(t("f_lead"), lead, t("lead_hint")),
      labelled(t("f_note"), note, t("note_hint")),
      el("p", { class: "ar-preview-name" }, t("preview")),
      preview,
    ),
    show,
  };
}

export const namePart = (desk) =>
  labelled(t("f_by"), bound(desk, "by", el("input", { autocomplete: "name" })), t("by_hint"));
