// From a draft to the note that it is, and to what is still wrong with it: as `check` says it.

import { data, t } from "./data.js";
import { slug } from "./dom.js";
import { faults, isAllowed } from "./links.js";
import { validate } from "./schema.js";
import { fileOf } from "./yaml.js";

const HIDING = new RegExp(data.hiding, "u");
const STRAYS = new RegExp(data.strays, "gu");
const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
const without = (record) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== "" && value?.length !== 0));

/** The note and the sources of a draft, as they stand in a file. */
export function recordOf(draft, selector) {
  const ids = idsOf(draft.own);
  const claim = draft.kind === "claim";
  const note = {
    ...(selector && { ...selector, at: selector.at.length > 1 ? selector.at : selector.at[0] }),
    kind: draft.kind,
    verdict: claim ? draft.verdict : "",
    reasons: claim ? draft.reasons : [],
    lead: draft.lead.trim(),
    note: draft.note.trim(),
    sources: draft.uses.map((use) => usedAs(use, ids)),
    searched: claim ? lines(draft.searched) : [],
    see: draft.see,
    relation: draft.kind === "cross-reference" ? draft.relation : "",
    by: draft.by.split(",").map((name) => name.trim()).filter(Boolean),
    checked: claim ? draft.checked : "",
  };
  return seen({ note: without(note), sources: draft.own.map((own) => sourceOf(own, ids.get(own.id))) });
}

/** The same without characters that nobody sees; they come along when words are copied. */
const seen = (value) => JSON.parse(JSON.stringify(value).replace(STRAYS, ""));

const usedAs = ({ source, locator, quote, relation }, ids) =>
  without({ source: ids.get(source) ?? source, locator: locator.trim(), quote: quote.trim(), relation });

/** An id like `smith-2020` for each new source; of its title where there is no author. */
function idsOf(sources) {
  const taken = new Set(data.sources.map(([id]) => id));
  const ids = new Map();
  for (const { id, author, title, issued } of sources) {
    const name = slug(author.split(/[,;]/)[0]) || slug(title) || "source";
    const wanted = slug(`${name.slice(0, 40)} ${issued.slice(0, 4)}`);
    let free = wanted;
    for (let n = 2; taken.has(free); n++) free = `${wanted}-${n}`;
    taken.add(free);
    ids.set(id, free);
  }
  return ids;
}

function sourceOf(own, id) {
  const author = lines(own.author.replaceAll(";", "\n")).map(personOf);
  const { type, title, container, publisher, issued, URL } = own;
  return without({ id, type, title, author, "container-title": container, publisher, issued, URL });
}

function personOf(name) {
  const [family, given] = name.split(",").map((part) => part.trim());
  return given ? { family, given } : { literal: family };
}

/** The file of a draft. */
export const fileOfDraft = ({ note, sources }) => fileOf(note, sources);

/** What is wrong, in words: none when `check` will accept it. */
export function problems({ note, sources }, text) {
  const file = { notes: [note], ...(sources.length && { references: sources }) };
  const found = [
    ...validate(file).map(([path, code]) => told(path, code)),
    ...["lead", "note"].flatMap((key) => faults(note[key] ?? "").map((code) => of(code, key))),
    ...sources.filter(({ URL }) => URL && !isAllowed(URL)).map(() => of("R209", "sources")),
    ...(note.see ?? []).filter((place) => !leads(place, text)).map((what) => t("R205", { what })),
  ];
  if (hides(file)) found.push(t("R005"));
  return [...new Set(found)];
}

const hides = (value) =>
  typeof value === "string" ? HIDING.test(value) : Object.values(value).some(hides);
const field = (key) => t(`f_${key}`);
const of = (code, key) => `${field(key)}: ${t(code)}`;

/** A fault of the schema in words. */
function told([list, , key], code) {
  const [name, what] = code.split(":");
  const where = list === "notes" ? field : (one) => `${t("new_source")}, ${t(`s_${one}`)}`;
  if (name === "R202") return t(name, { what: where(what) });
  return data.words[code] ? t(code) : `${where(key)}: ${t("R203")}`;
}

/** Whether a cross-reference leads somewhere. */
export function leads(place, text) {
  const [name, ...rest] = place.split("#").reverse();
  const there = data.texts[rest.length ? rest.reverse().join("#") : text];
  return Boolean(there && (there.sentences.includes(name) || there.notes.includes(name)));
}
