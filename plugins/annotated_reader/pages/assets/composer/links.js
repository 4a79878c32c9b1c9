// What must not stand in a note: notes/links.py and notes/markdown.py in script.

import { data } from "./data.js";

const { unsafe, host, mail, longest: longestLink } = data.links;
const UNSAFE = new RegExp(unsafe);
const HOST = new RegExp(host, "u");
const MAIL = new RegExp(mail, "iu");
const HTML = /<(?:[A-Za-z][\w-]*(?=[\s/>]|$)|\/[A-Za-z]|[!?])/m;
const CODE = /(`+)(?!`)[^]*?[^`]\1(?!`)/g;
const LINK = /\]\(\s*<?([^\s<>)]*(?:\([^\s<>()]*\)[^\s<>)]*)*)|^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]+)|<([A-Za-z][\w+.-]{1,31}:[^\s<>]*)>|<([^\s<>@]+@[^\s<>]+)>/gm;

/** Whether an address may become a link. */
export function isAllowed(address) {
  if ([...address].length > longestLink || UNSAFE.test(address)) return false;
  if (MAIL.test(address)) return true;
  const parts = /^https?:\/\/([^/?#]*)/i.exec(address);
  const [, name, port] = /^([^:]*)(?::(\d*))?$/.exec(parts?.[1] ?? "@") ?? [];
  if (name === undefined || (port && !(Number(port) > 0 && Number(port) < 65536))) return false;
  return HOST.test(name.toLowerCase());
}

/** The codes of what is wrong with the Markdown of a note. */
export function faults(markdown) {
  const words = markdown.replace(CODE, " ").replace(/\\[!-/:-@[-`{-~]/g, " ");
  const codes = [];
  if (HTML.test(words) || /!\[/.test(words)) codes.push("R208");
  const links = [...words.matchAll(LINK)].map((found) => found.slice(1).find((one) => one));
  if (links.some((address) => address && !isAllowed(mailed(address)))) codes.push("R209");
  return codes;
}

const mailed = (address) => (/^[^:/]+@/.test(address) ? `mailto:${address}` : address);
