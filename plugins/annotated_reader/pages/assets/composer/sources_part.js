// The sources of a note: chosen from those of the site, or described here.

import { data, t } from "./data.js";
import { button, choice, el, group, labelled } from "./dom.js";

const SOURCE_TYPES = data.schema.properties.references.items.properties.type.enum;
const WAYS = data.schema.definitions.SourceUse.properties.relation.enum;
const FIELDS = ["title", "author", "container", "publisher", "issued", "URL"];

/** The part of the form for sources. */
export function sourcesPart(desk) {
  const uses = el("div");
  const own = el("div");
  const show = () => {
    uses.replaceChildren(...desk.draft.uses.map((use) => useOf(desk, use, show)));
    own.replaceChildren(...desk.draft.own.map((source) => ownOf(desk, source)));
  };
  show();
  return group(t("f_sources"), search(desk, show), uses, own, button(t("new_source"), () => beginSource(desk, show)));
}

function search(desk, show) {
  const found = el("div", { class: "ar-found" });
  const looked = el("p", { class: "ar-unseen", role: "status" });
  const field = el("input", {
    type: "search",
    autocomplete: "off",
    input: () => {
      const hits = field.value.trim() ? matching(field.value) : [];
      looked.textContent = field.value.trim() ? t("found", { count: hits.length }) : "";
      found.replaceChildren(...hits.slice(0, 6).map(([id, short, title]) => button(`${short}: ${title}`, () => take(id))));
    },
  });
  const take = (id) => {
    field.value = "";
    found.replaceChildren();
    use(desk, id);
    show();
  };
  return el("div", {}, labelled(t("search_source"), field), looked, found);
}

function matching(words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return data.sources.filter((source) => {
    const text = source.join(" ").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function use(desk, source) {
  desk.draft.uses.push({ source, locator: "", quote: "", relation: "supports" });
  desk.changed();
}

/** A field of one entry of a list in the draft. */
function entered(desk, object, key, element) {
  element.value = object[key];
  element.addEventListener("input", () => {
    object[key] = element.value;
    desk.changed();
  });
  return element;
}

function useOf(desk, used, show) {
  const [, short, title] = data.sources.find(([id]) => id === used.source) ?? [];
  const drop = () => {
    desk.draft.uses = desk.draft.uses.filter((other) => other !== used);
    desk.draft.own = desk.draft.own.filter((other) => other.id !== used.source);
    desk.changed();
    show();
  };
  const ways = WAYS.map((way) => [way, t(way)]);
  return group(
    short ? `${short}: ${title}` : t("new_source"),
    labelled(t("f_relation"), entered(desk, used, "relation", choice({}, ways, used.relation))),
    labelled(t("f_locator"), entered(desk, used, "locator", el("input", { maxlength: 400 }))),
    labelled(t("f_quote"), entered(desk, used, "quote", el("textarea", { rows: 2, maxlength: 1000, dir: "auto" }))),
    button(t("remove"), drop),
  );
}

function beginSource(desk, show) {
  const id = `${desk.draft.mark}-${Date.now()}`;
  desk.draft.own.push({ id, type: "webpage", ...Object.fromEntries(FIELDS.map((key) => [key, ""])) });
  use(desk, id);
  show();
}

function ownOf(desk, source) {
  const types = SOURCE_TYPES.map((type) => [type, type]);
  const text = (key) =>
    labelled(t(`s_${key}`), entered(desk, source, key, el("input", { autocomplete: "off", dir: "auto" })));
  return group(
    t("new_source"),
    labelled(t("s_type"), entered(desk, source, "type", choice({}, types, source.type))),
    ...FIELDS.map(text),
  );
}
