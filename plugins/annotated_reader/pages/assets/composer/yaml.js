// Notes as YAML, in the form in which notes/writing.py writes them.

import { data } from "./data.js";

const { plain, empty: nothing, escaped, no_block: noBlock, order } = data.yaml;
const PLAIN = new RegExp(plain, "u");
const NOTHING = new RegExp(nothing, "iu");
const ESCAPED = new RegExp(escaped, "gu");
const NO_BLOCK = new RegExp(noBlock, "u");
const IN_ONE_LINE = new Set(data.yaml.in_one_line);
const ALWAYS_QUOTED = new Set(data.yaml.always_quoted);

/** A file with a note, and with the sources that it brings. */
export function fileOf(note, sources) {
  const modeline = data.schemaAddress
    ? `# yaml-language-server: $schema=${data.schemaAddress}\n`
    : "";
  const sorted = order.filter((key) => said(note[key])).map((key) => [key, note[key]]);
  const lists = [`notes:\n\n${entry(sorted)}`];
  if (sources.length) {
    const entries = sources.map((source) => entry(Object.entries(source).filter(([, v]) => said(v))));
    lists.push(`references:\n\n${entries.join("\n")}`);
  }
  return modeline + lists.join("\n");
}

const said = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
const entry = (pairs) => `- ${mapping(pairs, "  ").slice(2)}`;
const mapping = (pairs, indent) => pairs.map(([key, value]) => pair(key, value, indent)).join("");

function pair(key, value, indent) {
  if (Array.isArray(value) && IN_ONE_LINE.has(key)) {
    return `${indent}${key}: [${value.map(flow).join(", ")}]\n`;
  }
  if (Array.isArray(value)) {
    return `${indent}${key}:\n${value.map((part) => item(key, part, indent)).join("")}`;
  }
  if (value.includes("\n")) {
    const text = block(value, indent);
    if (text) return `${indent}${key}: ${text}`;
  }
  return `${indent}${key}: ${ALWAYS_QUOTED.has(key) ? quoted(value) : scalar(value)}\n`;
}

function item(key, part, indent) {
  if (typeof part === "object") {
    const lines = mapping(Object.entries(part).filter(([, value]) => said(value)), `${indent}  `);
    return `${indent}- ${lines.slice(indent.length + 2)}`;
  }
  return `${indent}- ${ALWAYS_QUOTED.has(key) ? quoted(part) : scalar(part)}\n`;
}

const scalar = (text) => (PLAIN.test(text) && !NOTHING.test(text) ? text : quoted(text));
const flow = (text) => (text.includes(",") ? quoted(text) : scalar(text));

function quoted(text) {
  const code = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replace(ESCAPED, code);
}

/** A literal block, or nothing for what a block cannot keep as it is. */
function block(text, indent) {
  const body = text.endsWith("\n") ? text.slice(0, -1) : text;
  const first = body.split("\n", 1)[0];
  if (!first.trim() || /^[ \t]/.test(first) || body.endsWith("\n") || NO_BLOCK.test(body)) return "";
  const lines = body.split("\n").map((line) => (line ? `${indent}  ${line}` : ""));
  return [text.endsWith("\n") ? "|" : "|-", ...lines].join("\n") + "\n";
}
