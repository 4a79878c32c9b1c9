// Cross-references: by number or name, or by pointing at a sentence of the page.

import { data, t } from "./data.js";
import { button, choice, el, group, labelled } from "./dom.js";
import { leads } from "./record.js";

const RELATIONS = data.schema.definitions.NoteRecord.properties.relation.anyOf[0].enum;

/** The part of the form for cross-references. */
export function seePart(desk) {
  const list = el("ul", { class: "ar-list" });
  const show = () => list.replaceChildren(...desk.draft.see.map((place) => itemOf(desk, place, show)));
  const add = (written) => {
    const place = /^\d+$/.test(written) ? `s${written}` : written;
    if (!desk.draft.see.includes(place)) desk.draft.see.push(place);
    desk.changed();
    show();
  };
  const field = el("input", {
    autocomplete: "off",
    input: () => field.setCustomValidity(""),
    keydown: (event) => {
      if (event.key === "Enter") take();
    },
  });
  const take = () => {
    const written = field.value.trim();
    const known = leads(/^\d+$/.test(written) ? `s${written}` : written, desk.text);
    field.setCustomValidity(known ? "" : t("R205", { what: written }));
    if (!field.reportValidity()) return;
    add(written);
    field.value = "";
  };
  const pick = button(t("pick"), () => picking(desk, pick, add), { "aria-pressed": "false" });
  const ways = ["", ...RELATIONS].map((way) => [way, t(`relation_${way}`)]);
  const relation = labelled(t("f_relation_see"), choice({}, ways, desk.draft.relation));
  relation.querySelector("select").addEventListener("input", ({ target }) => {
    desk.draft.relation = target.value;
    desk.changed();
  });
  show();
  const row = el("div", { class: "ar-row" }, button(t("add"), take), pick);
  const part = group(t("f_see"), labelled(t("see_field"), field, t("see_hint")), row, list, relation);
  return { part, show: () => (relation.hidden = desk.draft.kind !== "cross-reference") };
}

function itemOf(desk, place, show) {
  const drop = () => {
    desk.draft.see = desk.draft.see.filter((other) => other !== place);
    desk.changed();
    show();
  };
  const sentence = desk.page.sentences.find(({ id }) => id === place);
  const words = sentence ? `${place}: ${sentence.element.textContent.slice(0, 60)} …` : place;
  return el("li", {}, el("span", {}, words), button(t("remove"), drop, { "aria-label": `${t("remove")}: ${place}` }));
}

/** Take the next sentence that is clicked; again, or Escape, ends it. */
function picking(desk, pick, add) {
  if (desk.stopPicking) return desk.stopPicking();
  const onClick = (event) => {
    const hit = event.target.closest?.(".ar-s, .ar-ref");
    if (!hit || !desk.root.contains(hit)) return;
    event.preventDefault();
    event.stopPropagation();
    add(hit.id.replace(/^ref-/, ""));
    desk.stopPicking();
  };
  desk.stopPicking = () => {
    removeEventListener("click", onClick, true);
    desk.stopPicking = null;
    desk.panel.classList.remove("ar-picking");
    pick.setAttribute("aria-pressed", "false");
    pick.focus({ preventScroll: true });
  };
  addEventListener("click", onClick, true);
  desk.panel.classList.add("ar-picking");
  pick.setAttribute("aria-pressed", "true");
}
