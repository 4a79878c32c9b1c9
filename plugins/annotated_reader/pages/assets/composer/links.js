// What must not stand in a note: notes/links.py and notes/markdown.py in script.
//
// Never laxer than those, and a little stricter where only a whole parser of Markdown could tell:
// inside code over several lines, for an image that leads nowhere, in an address with an entity or
// with other letters before its path, and for links in any other form than
// [words](address "title") and <address>.

import { data } from "./data.js";

const { unsafe, host, mail, longest: longestLink } = data.links;
const { marks, most_marks: mostMarks, most_open: mostOpen, most_addresses: mostAddresses } = data.tangled;
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

// A link, and an address between angle brackets, without signs that may belong to something else.
const LINK = /(?<!!)\[[^\]`]*\]\(((?:[^\s()<`\\]|\([^\s()`\\]*\))+)(?:\s+"[^"<`]*")?\)|<([^\s<>`\\]+)>/g;
const ESCAPED = /\\[!-/:-=?@[-`{-~]|`/g;
const CODE = /\\[!-/:-=?@[-`{-~]|(`+)(?!`).*?[^`]\1(?!`)/g;
const DOUBTFUL = /`|\]\(|<[a-z/!?]/i;
const HTML = /<(?:[!?]|\/[a-z]|[a-z][\w-]*(?:[\s\x85][^]*)?\/?>)|^[\s>*+\d.)-]*<[a-z][\w-]*(?:[\s\x85]|$)/im;
// What else may lead somewhere: the end of a link, the definition of one, or an address.
const LEADS = /\]\(|^[\s>*+\d.)-]*\[[^[\]]+\]:|<[a-z][\w+.-]*:|<[^\s<>]+@/im;

/** The code of what is wrong with the Markdown of a note, if anything is. */
export function faultIn(markdown) {
  if (isTangled(markdown)) return "R203:marks";
  const others = markdown.replace(LINK, (whole, address, itself) =>
    [address ?? itself, `mailto:${itself}`].some(isAllowedInNote) ? "^^" : whole,
  );
  // Only where nothing else can hold a back-tick it is certain which of them are code.
  const bare = others.replace(CODE, "^^");
  const words = DOUBTFUL.test(bare) ? others.replace(ESCAPED, "^^") : bare;
  const image = words.includes("![") && /\][(:]/.test(words);
  if (image || HTML.test(words)) return "R208";
  return LEADS.test(words) ? "R209" : "";
}

/** Whether there are more marks than a note needs. */
function isTangled(markdown) {
  const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, "");
  let [open, deepest] = [0, 0];
  for (const [bracket] of bare.matchAll(/[[\]]/g)) {
    open = bracket === "[" ? open + 1 : Math.max(0, open - 1);
    deepest = Math.max(deepest, open);
  }
  const links = [...bare.matchAll(/\]\((?=(\S*))/g)].map(([, address]) => address);
  const number = [...bare].filter((sign) => marks.includes(sign)).length + 2 * links.length;
  return number > mostMarks || deepest > mostOpen || links.join("").length > mostAddresses;
}
