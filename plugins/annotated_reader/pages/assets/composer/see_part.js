// Cross-references: by number or name, or by pointing at a sentence of the page.

import { data, t } from "./data.js";
import { bound, button, choice, el, group, labelled } from "./dom.js";
import { isOfKind, leads } from "./record.js";

const RELATIONS = data.schema.definitions.NoteRecord.properties.relation.anyOf[0].enum;

/** The part of the form for cross-references. */
export function seePart(desk) {
  const { draft } = desk;
  const add = (place) => {
    draft.see = [...new Set([...draft.see, place])];
    desk.changed();
  };
  const take = () => {
    const written = field.value.trim();
    const place = written.replace(/^(?=\d+$)/, "s");
    field.setCustomValidity(leads(place, desk.text) ? "" : t("R205", { what: written }));
    if (!field.reportValidity()) return;
    field.value = "";
    add(place);
  };
  const field = el("input", {
    input: () => field.setCustomValidity(""),
    keydown: ({ key }) => key === "Enter" && take(),
  });
  const drop = (place) => {
    draft.see = draft.see.filter((other) => other !== place);
    desk.changed();
    field.focus();
  };
  const pick = button(t("pick"), () => picking(desk, pick, add), { "aria-pressed": "false" });
  const list = el("ul", { class: "ar-list" });
  const ways = choice(["", ...RELATIONS].map((way) => [way, t(`relation_${way}`)]));
  const relation = labelled(t("f_relation_see"), bound(desk, draft, "relation", ways));
  desk.shows.push(() => {
    list.replaceChildren(...draft.see.map((place) => itemOf(desk, place, drop)));
    relation.hidden = !isOfKind(draft, "relation");
  });
  const row = el("div", { class: "ar-row" }, button(t("add"), take), pick);
  return group(t("f_see"), labelled(t("see_field"), field, t("see_hint")), row, list, relation);
}

function itemOf({ page }, place, drop) {
  const sentence = page.sentences.find(({ id }) => id === place);
  const words = sentence ? `${place}: ${sentence.element.textContent.slice(0, 60)} …` : place;
  const remove = button(t("remove"), () => drop(place), { "aria-label": `${t("remove")}: ${place}` });
  return el("li", {}, el("span", {}, words), remove);
}

/** Take the next sentence that is clicked; again, or Escape, ends it. */
function picking(desk, pick, add) {
  if (desk.stopPicking) return desk.stopPicking();
  const turn = (on) => pick.setAttribute("aria-pressed", on);
  const onClick = (event) => {
    const hit = event.target.closest?.(".ar-s, .ar-ref");
    if (!desk.root.contains(hit)) return;
    event.preventDefault();
    event.stopPropagation();
    add(hit.id.replace("ref-", ""));
    desk.stopPicking();
  };
  const onKeyDown = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    desk.stopPicking();
  };
  desk.stopPicking = () => {
    removeEventListener("click", onClick, true);
    removeEventListener("keydown", onKeyDown, true);
    desk.stopPicking = null;
    turn(false);
    pick.focus({ preventScroll: true });
  };
  addEventListener("click", onClick, true);
  addEventListener("keydown", onKeyDown, true);
  turn(true);
}
