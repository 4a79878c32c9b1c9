// How a note will read: the small Markdown of notes as elements.

import { el } from "./dom.js";
import { isAllowed } from "./links.js";

const INLINE =
  /\\([!-/:-@[-`{-~])|(`+)([^]*?[^`])\2(?!`)|\*\*(?=\S)([^]+?)(?<=\S)\*\*|\*(?=\S)([^*]+?)(?<=\S)\*|\b_(?=\S)([^_]+?)(?<=\S)_\b|\[([^\]]+)\]\(([^\s)]+)\)|<(https?:[^\s<>]+)>/g;
const BULLET = /^ {0,3}[-*+] +/;
const NUMBER = /^ {0,3}\d{1,9}[.)] +/;
const QUOTATION = /^ {0,3}> ?/;

/** The words of one line. */
export function inline(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    parts.push(text.slice(at, found.index), piece(found));
    at = found.index + found[0].length;
  }
  return [...parts, text.slice(at)].filter(Boolean);
}

function piece([whole, sign, , code, strong, star, dash, words, address, bare]) {
  if (sign) return sign;
  if (code) return el("code", {}, code);
  if (strong) return el("strong", {}, ...inline(strong));
  if (star || dash) return el("em", {}, ...inline(star ?? dash));
  const href = address ?? bare;
  if (!isAllowed(href)) return whole;
  const rel = "nofollow noopener noreferrer external";
  return el("a", { href, rel, target: "_blank" }, ...(words ? inline(words) : [bare]));
}

/** The paragraphs, lists and quotations of a note. */
export function blocks(text) {
  return text
    .split(/\n[ \t]*\n/)
    .filter((part) => part.trim())
    .map(blockOf);
}

function blockOf(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  if (lines.every((line) => QUOTATION.test(line))) {
    const inside = lines.map((line) => line.replace(QUOTATION, "")).join("\n");
    return el("blockquote", {}, ...blocks(inside));
  }
  for (const [mark, name] of [[BULLET, "ul"], [NUMBER, "ol"]]) {
    if (mark.test(lines[0])) return el(name, {}, ...items(lines, mark));
  }
  return el("p", {}, ...inline(lines.join("\n")));
}

function items(lines, mark) {
  const found = [];
  for (const line of lines) {
    if (mark.test(line)) found.push(line.replace(mark, ""));
    else found[found.length - 1] += `\n${line.trim()}`;
  }
  return found.map((words) => el("li", {}, ...inline(words)));
}
