// How a note will read: the small Markdown of notes as elements.

import { el } from "./dom.js";
import { isAllowedInNote } from "./links.js";

const INLINE =
  /\\([!-/:-@[-`{-~])|(`+)(?!`)([^]*?[^`])\2(?!`)|(\*\*?|\b__?)(?![\s*_])([^]+?)(?<![\s*_])\4(?!\*|(?<=_)\w)|\[([^\]]+)\]\(((?:[^\s()]|\([^\s()]*\))+)(?:\s+"[^"]*")?\)|<(https?:[^\s<>]+)>|(?: {2,}|\\)\n/g;
const ITEM = /^ {0,3}(?:[-*+]|(\d{1,9})[.)]) +/;
const QUOTATION = /^ {0,3}> ?/;
const FENCE = /^ {0,3}(```+|~~~+)/;

/** The words of a paragraph. */
export function inline(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    parts.push(text.slice(at, found.index), piece(found));
    at = found.index + found[0].length;
  }
  return [...parts, text.slice(at)];
}

function piece([whole, sign, , code, mark, stressed, words, address, bare]) {
  const href = address ?? bare;
  if (code) return el("code", {}, code);
  if (mark) return el(mark[1] ? "strong" : "em", {}, ...inline(stressed));
  if (!href) return sign ?? el("br");
  if (!isAllowedInNote(href)) return whole;
  const rel = "nofollow noopener noreferrer external";
  return el("a", { href, rel, target: "_blank" }, ...(words ? inline(words) : [bare]));
}

/** The paragraphs, lists, quotations and code of a note, from its lines. */
export function blocks(lines) {
  const made = [];
  while (lines.length) {
    if (lines[0].trim()) made.push(blockOf(lines));
    else lines.shift();
  }
  return made;
}

/** Take the first line of some, and those behind it for which a test holds. */
function take(lines, goesOn) {
  const end = lines.findIndex((line, n) => n && !goesOn(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}

function blockOf(lines) {
  const fence = FENCE.exec(lines[0])?.[1];
  if (fence) {
    const code = take(lines, (line) => !line.trim().startsWith(fence)).slice(1);
    lines.shift();
    return el("pre", {}, el("code", {}, code.join("\n")));
  }
  if (QUOTATION.test(lines[0])) {
    const inside = take(lines, (line) => QUOTATION.test(line));
    return el("blockquote", {}, ...blocks(inside.map((line) => line.replace(QUOTATION, ""))));
  }
  if (ITEM.test(lines[0])) return listOf(lines);
  return el("p", {}, ...inline(take(lines, isText).join("\n")));
}

/** Whether a line goes on with a paragraph: nothing else begins with it. */
const isText = (line) =>
  line.trim() && !QUOTATION.test(line) && !FENCE.test(line) && !/^ {0,3}(?:[-*+]|1[.)]) /.test(line);

function listOf(lines) {
  const [, start] = ITEM.exec(lines[0]);
  const list = start ? el("ol", { start }) : el("ul");
  for (let mark; (mark = ITEM.exec(lines[0])) && !mark[1] === !start; ) {
    const indent = " ".repeat(mark[0].length);
    let open = true;
    const goesOn = (line) => {
      open &&= isText(line) && !ITEM.test(line);
      return open || !line.trim() || line.startsWith(indent);
    };
    lines[0] = indent + lines[0].slice(indent.length);
    const flush = (line) => (line.startsWith(indent) ? line.slice(indent.length) : line);
    list.append(el("li", {}, ...blocks(take(lines, goesOn).map(flush))));
  }
  return list;
}
