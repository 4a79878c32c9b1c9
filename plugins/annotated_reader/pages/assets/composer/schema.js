// What the published schema says of a file: the part of JSON Schema (draft 7) that it uses.

import { data } from "./data.js";

const { schema } = data;
const TYPES = {
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === "string",
  null: (value) => value === null,
};
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const passes = (value, part) => !faultsOf(value, part).length;

/** What is wrong with a file of notes: [path, code or description of what was expected]. */
export const validate = (file) => faultsOf(file, schema);

function faultsOf(value, whole, path = []) {
  const part = whole.$ref ? schema.definitions[whole.$ref.split("/").at(-1)] : whole;
  const wrong = [...checks(value, part, path)];
  if (!wrong.length) return wrong;
  if (part.$comment) return [[path, part.$comment]];
  const deeper = TYPES.object(value) || wrong.some(([at]) => at.length > path.length);
  return part.description && !deeper ? [[path, part.description]] : wrong;
}

function* checks(value, part, path) {
  const types = part.type && [part.type].flat();
  if (types && !types.some((name) => TYPES[name]?.(value))) return yield [path, "type"];
  if (part.enum && !part.enum.includes(value)) yield [path, "enum"];
  if (part.const !== undefined && !same(value, part.const)) yield [path, "const"];
  if (part.not && passes(value, part.not)) yield [path, "not"];
  if (part.anyOf && !part.anyOf.some((one) => passes(value, one))) yield [path, "anyOf"];
  for (const one of part.allOf ?? []) yield* faultsOf(value, one, path);
  if (part.if && passes(value, part.if)) yield* faultsOf(value, part.then, path);
  if (TYPES.string(value)) yield* ofText(value, part, path);
  else if (TYPES.array(value)) yield* ofList(value, part, path);
  else if (TYPES.object(value)) yield* ofObject(value, part, path);
}

function* ofText(value, part, path) {
  const length = [...value].length;
  if (length < (part.minLength ?? 0) || length > (part.maxLength ?? Infinity)) yield [path, "length"];
  if (part.pattern && !new RegExp(part.pattern, "u").test(value)) yield [path, "pattern"];
  if (part.format === "edtf" && !inCalendar(value)) yield [path, "R304"];
}

function* ofList(value, part, path) {
  if (value.length < (part.minItems ?? 0) || value.length > (part.maxItems ?? Infinity)) {
    yield [path, "length"];
  }
  if (part.contains && !value.some((item) => passes(item, part.contains))) yield [path, "contains"];
  if (!part.items) return;
  for (const [n, item] of value.entries()) yield* faultsOf(item, part.items, [...path, n]);
}

function* ofObject(value, part, path) {
  for (const key of part.required ?? []) if (!(key in value)) yield [path, `R202:${key}`];
  for (const [key, item] of Object.entries(value)) {
    const inside = part.properties?.[key] ?? part.additionalProperties;
    if (inside === false) yield [[...path, key], "R201"];
    else if (inside) yield* faultsOf(item, inside, [...path, key]);
  }
}

/** Whether the days of a date, or of a range of two, exist, and the range goes forward. */
function inCalendar(text) {
  const halves = text.split("/").map((half) => half.replace(/[~?]$/, ""));
  const [from, to] = halves;
  const forward = to === undefined || text.startsWith("-") || to >= from.slice(0, to.length);
  return forward && halves.every(isDay);
}

function isDay(text) {
  const [, year, month, day] = /^-?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (!month) return Boolean(year);
  if (!day) return (month >= 1 && month <= 12) || (month >= 21 && month <= 24);
  const date = new Date(Date.UTC(2000 + (Number(year) % 400), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
}
