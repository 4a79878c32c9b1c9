// Notes as YAML, in the form in which notes/writing.py writes them.

import { data } from "./data.js";

const { in_one_line: inOneLine, always_quoted: alwaysQuoted } = data.yaml;
const PLAIN = new RegExp(data.yaml.plain);
const NOTHING = new RegExp(data.yaml.empty, "i");
const UNPRINTABLE = new RegExp(data.yaml.escaped, "gu");
const NO_BLOCK = new RegExp(data.yaml.no_block, "u");

/** A file with a note, and with the sources that it brings. */
export function fileOf({ notes, references = [] }) {
  const entries = (list) => list.map((entry) => item("", entry, "")).join("\n");
  const sources = references.length && `\nreferences:\n\n${entries(references)}`;
  return `${data.modeline}notes:\n\n${entries(notes)}${sources || ""}`;
}

const mapping = (object, indent) =>
  Object.entries(object)
    .map(([key, value]) => `${indent}${key}:${valueOf(key, value, indent)}`)
    .join("");

const isMapping = (value) => typeof value === "object" && !Array.isArray(value);

function valueOf(key, value, indent) {
  if (isMapping(value)) return ["\n", mapping(value, `${indent}  `)].join("");
  if (!Array.isArray(value)) return ` ${block(value, indent) || scalar(key, value)}\n`;
  if (!inOneLine.includes(key)) return `\n${value.map((part) => item(key, part, indent)).join("")}`;
  const flow = (part) => (part.includes(",") ? quoted(part) : scalar(key, part));
  return ` [${value.map(flow).join(", ")}]\n`;
}

function item(key, part, indent) {
  const inside = isMapping(part) ? mapping(part, `${indent}  `) : `${scalar(key, part)}\n`;
  return `${indent}- ${inside.trimStart()}`;
}

const scalar = (key, text) =>
  PLAIN.test(text) && !NOTHING.test(text) && !alwaysQuoted.includes(key) ? text : quoted(text);

const quoted = (text) => JSON.stringify(text).replace(UNPRINTABLE, escaped);
const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A literal block, or nothing for what a block cannot keep as it is. */
const block = (text, indent) =>
  text.includes("\n") && !NO_BLOCK.test(text)
    ? ["|-", ...text.split("\n").map((line) => line && `${indent}  ${line}`)].join("\n")
    : "";
