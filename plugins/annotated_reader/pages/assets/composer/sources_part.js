// The sources of a note: chosen from those of the site, or described here.

import { data, t } from "./data.js";
import { button, choice, el, field, group, labelled, line } from "./dom.js";

const TYPES = data.schema.properties.references.items.properties.type.enum;
const WAYS = data.schema.definitions.SourceUse.properties.relation.enum;
const FIELDS = ["title", "author", "container-title", "issued", "URL"];
const MORE = ["volume", "issue", "page", "publisher", "language", "DOI"];
/** What CSL has no fields for. */
const CUSTOM = ["archive-url", "archived", "consulted"];

const empty = (keys) => Object.fromEntries(keys.map((key) => [key, ""]));
const blank = () => ({ type: "webpage", ...empty([...FIELDS, ...MORE]), custom: empty(CUSTOM) });

/** The part of the form for sources. */
export function sourcesPart(desk) {
  const uses = el("div");
  const found = el("div", { class: "ar-found" });
  const looked = el("p", { class: "ar-unseen", role: "status" });
  const search = el("input", { type: "search", input: () => look() });
  const look = () => {
    const hits = matching(search.value);
    looked.textContent = search.value.trim() && t("found", { count: hits.length });
    const toAdd = ([source, short, title]) => button(`${short}: ${title}`, () => add({ source }));
    found.replaceChildren(...hits.slice(0, 6).map(toAdd));
  };
  const show = () => uses.replaceChildren(...desk.draft.sources.map((use) => useOf(desk, use, drop)));
  const add = (what) => {
    desk.draft.sources.push({ source: "", locator: "", quote: "", relation: "supports", ...what });
    search.value = "";
    look();
    show();
    uses.lastChild.querySelector("select").focus();
    desk.changed();
  };
  const drop = (use) => {
    desk.draft.sources = desk.draft.sources.filter((other) => other !== use);
    show();
    search.focus();
    desk.changed();
  };
  const addNew = button(t("new_source"), () => add({ own: blank() }));
  show();
  return group(t("f_sources"), labelled(t("search_source"), search), looked, found, uses, addNew);
}

function matching(words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return data.sources.filter((source) => {
    const text = source.join(" ").toLowerCase();
    return wanted.length && wanted.every((word) => text.includes(word));
  });
}

function useOf(desk, use, drop) {
  const { own, source } = use;
  const [, short, title] = data.sources.find(([id]) => id === source) ?? [];
  const fields = (keys, object = own) => keys.map((key) => field(desk, object, key, line()));
  const described = () => [
    field(desk, own, "type", choice(TYPES.map((type) => [type, type]))),
    ...fields(FIELDS),
    el("details", { class: "ar-view" }, el("summary", {}, t("more_source")), ...fields(MORE), ...fields(CUSTOM, own.custom)),
  ];
  return group(
    own ? t("new_source") : `${short ?? source}: ${title ?? ""}`,
    ...(own ? described() : []),
    field(desk, use, "relation", choice(WAYS.map((way) => [way, t(way)]))),
    field(desk, use, "locator", line()),
    field(desk, use, "quote", el("textarea", { rows: 2, dir: "auto" })),
    button(t("remove"), () => drop(use)),
  );
}
