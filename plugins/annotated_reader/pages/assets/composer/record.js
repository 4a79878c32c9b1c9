// From a draft to the file that it is, and to what is still wrong with it: as `check` says it.

import { data, t } from "./data.js";
import { slug } from "./dom.js";
import { faultsOf } from "./schema.js";

// Characters that come along when words are copied, and halves of pairs.
const STRAYS = new RegExp(`${data.strays}|\\p{Cs}`, "gu");

/** What is copied along with a DOI. */
const RESOLVER = /^(?:https?:\/\/)?(?:dx\.)?(?:doi\.org\/|doi:)\s*/i;

/** The same without what nobody sees, white space at ends, and what is empty. */
function clean(value) {
  if (typeof value === "string") return value.replace(STRAYS, "").trim();
  if (Array.isArray(value)) return value.map(clean).filter(isSaid);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inside]) => [key, clean(inside ?? "")])
      .filter(([, inside]) => isSaid(inside)),
  );
}

const isSaid = (value) => Object.keys(value).length > 0;

/** Whether the note of a draft may have a key. */
export const isOfKind = ({ kind }, key) => (data.owners[key] ?? kind) === kind;

/** The file of a draft: the note with its keys in their order, and the sources that it brings. */
export function recordOf(draft, selector) {
  const taken = data.sources.map(([id]) => id);
  const references = [];
  const sources = draft.sources.map(({ own, ...use }) => {
    if (!own) return use;
    const id = freeId(clean(own), taken);
    const author = own.author.split(";").map(personOf);
    references.push({ id, ...own, author, DOI: own.DOI?.replace(RESOLVER, "") });
    return { ...use, source: id };
  });
  const { at, ...words } = selector ?? {};
  const lists = { searched: draft.searched.split("\n"), by: draft.by.split(",") };
  const note = { ...draft, ...lists, ...words, at: at?.length > 1 ? at : at?.[0], sources };
  const pairs = data.yaml.order.filter((key) => isOfKind(draft, key)).map((key) => [key, note[key]]);
  return clean({ notes: [Object.fromEntries(pairs)], references });
}

/** An id like `smith-2020`; of the title where there is no author. */
function freeId({ author = "", title = "", issued = "" }, taken) {
  const [name] = [author.split(/[,;]/)[0], title, "source"].map(slug).filter(Boolean);
  const wanted = slug(`${name.slice(0, 40)} ${issued.slice(0, 4)}`);
  let free = wanted;
  for (let n = 2; taken.includes(free); n++) free = `${wanted}-${n}`;
  taken.push(free);
  return free;
}

function personOf(name) {
  const [family, given] = name.split(",");
  return given?.trim() ? { family, given } : { literal: family };
}

/** What is wrong, in words: none when `check` will accept it. */
export function problems(file, text) {
  const [{ see = [] }] = file.notes;
  const lost = see.filter((place) => !leads(place, text)).map((what) => t("R205", { what }));
  return [...new Set([...[...faultsOf(file)].map(told), ...lost])];
}

/** A fault of the schema in words, with the name of its field where the words leave that open. */
function told([key, code = "R203", rule, most]) {
  const [name, what] = code.split(":");
  if (name === "R202") return t(name, { what: t(`f_${what}`) });
  const words = t(rule in data.words ? rule : code, { most });
  return /R20[389]/.test(name) ? [t(`f_${key}`), words].join(": ") : words;
}

/** Whether a cross-reference leads somewhere: to a sentence, a note, or a whole text. */
export function leads(place, text) {
  const mark = place.lastIndexOf("#");
  const name = place.slice(mark + 1);
  const within = mark < 0 ? text : place.slice(0, mark);
  const isText = (id) => Object.hasOwn(data.texts, id);
  const { sentences, notes } = isText(within) ? data.texts[within] : { sentences: [], notes: [] };
  return [...sentences, ...notes].includes(name) || (mark < 0 && isText(name));
}
