// What must not stand in a note: notes/links.py and notes/markdown.py in script.
//
// Never laxer than those, and a little stricter where only a whole parser of Markdown could tell:
// inside fenced and indented code, inside code over several lines, inside the title of a link,
// for an image or a reference that leads to no definition while another one is there, in an address
// with an entity or with other letters before its path, and for brackets that open nowhere.

import { data } from "./data.js";

const { unsafe, host, mail, longest: longestLink } = data.links;
const UNSAFE = new RegExp(unsafe);
const HOST = new RegExp(host, "u");
const MAIL = new RegExp(mail, "iu");

/** Whether an address may become a link. */
export function isAllowed(address) {
  if ([...address].length > longestLink || UNSAFE.test(address)) return false;
  const [, name, port] = /^https?:\/\/([^/?#:]*)(?::(\d*))?(?![^/?#])/i.exec(address) ?? [];
  if (name === undefined) return MAIL.test(address);
  return HOST.test(name.toLowerCase()) && (!port || (port > 0 && port < 65536));
}

/** The same of an address in a note, which gets percent-encoded. No entities, and ASCII up to its path. */
export function isAllowedInNote(written) {
  if (/^[^/]*\/\/[^/]*[^\0-\x7f]|&#?\w+;/.test(written)) return false;
  return isAllowed(encodeURI(written).replace(/%25(?=[\da-f]{2})/gi, "%"));
}

// An escaped sign; what may keep a back-tick from opening code; code in one line; a lone back-tick.
const TOKEN =
  /\\[!-/:-=?@[-`{-~]|((?:\]\([^)`]*[`"'(<\\]|<[a-z/!?])[^`]*`)|(`+)(?!`).*?[^`]\2(?!`)|(`+)/gi;
const ESCAPED = /\\[!-/:-=?@[-`{-~]|`/g;
const HTML = /<(?:[!?]|\/[a-z]|[a-z][\w-]*(?:[\s\x85][^]*)?\/?>)|^[\s>*+\d.)-]*<[a-z][\w-]*(?:[\s\x85]|$)/im;
const LINK =
  /(?=\]\([\t-\r ]*(?:(?:<([^<>\n]*)>|((?:[^\t-\r ()]|\([^\t-\r ()]*\))*))(?=[\t-\r ]*\)|[\t-\r ]+["'(])|\S*\()|<([a-z][\w+.-]{1,31}:[^<>\t-\r ]*)>|<([^\s<>@]+@[^\s<>]+)>)/gi;
const DEFINITION =
  /^[\s>*+\d.)-]*\[[^[\]]+\]:[\t-\r ]*(?:<([^<>\n]*)>|([^\t-\r ]+))(?=[\t ]*$|[\t-\r ]+["'(])/gm;

const addressOf = ([, angled, plain, itself, mail]) =>
  mail ? `mailto:${mail}` : angled || plain || itself || "";

/** The codes of what is wrong with the Markdown of a note. */
export function faults(markdown) {
  // As long as every back-tick is certain to open or close code, nothing in code counts.
  let sure = true;
  let words = markdown.replace(TOKEN, (whole, doubtful, code, lone) => {
    sure &&= !doubtful && !lone;
    return "^^";
  });
  if (!sure) words = markdown.replace(ESCAPED, "^^");
  const addresses = (pattern) => [...words.matchAll(pattern)].map(addressOf);
  const [links, defined] = [addresses(LINK), addresses(DEFINITION)];
  // What is defined and never used leads nowhere.
  if (words.split("[").length > 2) links.push(...defined);
  const image = words.includes("![") && /\][(:]/.test(words);
  return [
    ...(image || HTML.test(words) ? ["R208"] : []),
    ...(links.every(isAllowedInNote) ? [] : ["R209"]),
  ];
}
