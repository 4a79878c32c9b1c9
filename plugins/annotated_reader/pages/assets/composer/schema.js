// What the published schema says of a file: the part of JSON Schema (draft 7) that can fail here.

import { data } from "./data.js";
import { faultIn, isAllowed } from "./links.js";

const { schema } = data;
const HIDING = new RegExp(data.hiding, "u");
const passes = (value, part) => faultsOf(value, part).next().done;

const RULES = {
  enum: (value, choices) => choices.includes(value),
  const: (value, other) => JSON.stringify(value) === JSON.stringify(other),
  not: (value, part) => !passes(value, part),
  anyOf: (value, parts) => parts.some((part) => passes(value, part)),
  contains: (value, part) => value.some((item) => passes(item, part)),
  maxItems: (value, most) => value.length <= most,
  maxLength: (value, most) => [...value].length <= most,
  pattern: (value, pattern) => new RegExp(pattern, "u").test(value),
};
/** What a value of some format is wrong by: the code of a problem, or nothing. */
const FORMATS = {
  edtf: (value) => !inCalendar(value) && "R203",
  uri: (value) => !isAllowed(value) && "R209",
  markdown: faultIn,
};

/** Yield what is wrong with a value: its key, the code of the problem, the rule and its argument. */
export function* faultsOf(value, part = schema, key = "", outer = undefined) {
  const code = part.$comment ?? outer;
  if (part.$ref) yield* faultsOf(value, schema.definitions[part.$ref.split("/").at(-1)], key, code);
  for (const [rule, argument] of Object.entries(part)) {
    if (rule in RULES && !RULES[rule](value, argument)) yield [key, code, rule, argument];
  }
  const wrong = FORMATS[part.format]?.(value);
  if (wrong) yield [key, wrong];
  if (HIDING.test(value)) yield [key, "R005"];
  for (const one of part.allOf ?? []) yield* faultsOf(value, one, key, code);
  if (part.if && passes(value, part.if)) yield* faultsOf(value, part.then, key, code);
  for (const name of part.required ?? []) if (!(name in value)) yield [name, code ?? `R202:${name}`];
  for (const item of part.items ? value : []) yield* faultsOf(item, part.items, key, code);
  for (const [name, inside] of Object.entries(part.properties ?? {})) {
    if (name in value) yield* faultsOf(value[name], inside, name, code);
  }
}

/** Whether the days of a date, or of a range of two, exist, and the range goes forward. */
function inCalendar(text) {
  const [from, to = from] = text.split("/").map((half) => half.replace(/[~?]$/, ""));
  const years = Number.parseInt(to) - Number.parseInt(from);
  const forward = years > 0 || (years === 0 && to >= from.slice(0, to.length));
  return forward && isDate(from) && isDate(to);
}

/** Whether a year, a season of it (21 to 24), a month or a day exists. */
function isDate(text) {
  const date = text.replace(/^-/, "");
  return /^\d{4}-2[1-4]$/.test(date) || Boolean(new Date(date).toJSON()?.startsWith(date));
}
