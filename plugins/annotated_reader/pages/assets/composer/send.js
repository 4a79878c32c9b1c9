// Where a note goes: to the page for a new file of the repository, to the clipboard, to disk.

import { data, t } from "./data.js";
import { button, el, slug } from "./dom.js";

/** Longest address that is opened, in characters: servers refuse more than about 8,000 bytes. */
const LONGEST = 7000;
const NAMES = { github: ["filename", "value"], gitlab: ["file_name", "content"] };

/** The name of the file: one for each note, so that no two contributions meet in one. */
export function fileName(draft, selector) {
  const words = slug(`${selector?.quote ?? ""} ${draft.lead}`).split("-").slice(0, 4);
  return `${slug([selector?.at[0] ?? "", ...words, draft.mark].join(" "))}.yml`;
}

/** The page for a new file, filled in; of a long one, without its content. */
export function address(text, name, content) {
  const { host, new: base } = data.repository;
  const [file, value] = NAMES[host];
  const empty = `${base}${encodeURIComponent(text)}?${file}=${encodeURIComponent(name)}`;
  const full = `${empty}&${value}=${encodeURIComponent(content)}`;
  return full.length <= LONGEST ? { href: full, whole: host === "github" } : { href: empty, whole: false };
}

/** The ways to send; `show` gives them the file. */
export function sendPart(desk) {
  const file = el("pre", { class: "ar-yaml", tabindex: 0, dir: "ltr", "aria-label": t("file") });
  const name = el("code", { dir: "ltr" });
  const hint = el("p", { class: "ar-send-hint" });
  const host = { github: "GitHub", gitlab: "GitLab" }[data.repository?.host];
  let now = { name: "", content: "", place: null };
  const link = el("a", {
    class: "ar-button ar-open-host",
    target: "_blank",
    rel: "noopener",
    click: (event) => {
      if (!desk.ready()) event.preventDefault();
      else if (!now.place.whole) desk.tools.copy(desk.root, now.content);
    },
  }, t("open_host", { host }));
  const copy = button(t("copy_file"), () => desk.ready() && desk.tools.copy(desk.root, now.content));
  const save = button(t("download"), () => desk.ready() && download(now));
  const show = (content) => {
    const named = fileName(desk.draft, desk.selector);
    now = { name: named, content, place: data.repository && address(desk.text, named, content) };
    file.textContent = content;
    name.textContent = `annotations/${desk.text}/${named}`;
    if (now.place) link.href = now.place.href;
    hint.textContent = t(!now.place ? "no_host" : now.place.whole ? "host_hint" : "paste_hint", { host });
  };
  const ways = el("div", { class: "ar-row" }, data.repository ? link : null, copy, save);
  const shown = el("details", { class: "ar-view" }, el("summary", {}, t("file"), " ", name), file);
  return { part: el("div", {}, shown, ways, hint), show };
}

function download({ name, content }) {
  const href = URL.createObjectURL(new Blob([content], { type: "application/yaml" }));
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
