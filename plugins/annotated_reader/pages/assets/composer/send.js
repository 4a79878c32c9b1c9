// Where a note goes: to the page for a new file of the repository, to the clipboard, to disk.

import { data, t } from "./data.js";
import { button, el, slug } from "./dom.js";
import { fileOf } from "./yaml.js";

/** Longest address that is opened, in characters: servers refuse more than about 8,000 bytes. */
const LONGEST = 7000;
const { repository } = data;

/** The ways to send what the desk has recorded. */
export function sendPart(desk) {
  const file = el("pre", { class: "ar-yaml", tabIndex: 0, dir: "ltr", "aria-label": t("file") });
  const name = el("code", { dir: "ltr" });
  const hint = el("p", { class: "ar-send-hint" });
  const host = repository?.name;
  let whole = false;
  const copy = () => desk.tools.copy(desk.root, file.textContent);
  const ifReady = (send) => (event) => (desk.ready() ? send() : event.preventDefault());
  const click = ifReady(() => whole || copy());
  const properties = { class: "ar-button ar-open-host", target: "_blank", rel: "noopener", click };
  const link = el("a", properties, t("open_host", { host }));
  const copyButton = button(t("copy_file"), ifReady(copy));
  const save = () => download(fileName(desk), file.textContent);
  const saveButton = button(t("download"), ifReady(save));
  desk.shows.push(() => {
    file.textContent = fileOf(desk.record);
    name.textContent = `annotations/${desk.text}/${fileName(desk)}`;
    if (repository) [link.href, whole] = address(desk.text, fileName(desk), file.textContent);
    hint.textContent = t(!repository ? "no_host" : whole ? "host_hint" : "paste_hint", { host });
  });
  return el("div", {},
    el("details", { class: "ar-view" }, el("summary", {}, t("file"), " ", name), file),
    el("div", { class: "ar-row" }, repository && link, copyButton, saveButton),
    hint,
  );
}

/** The name of the file: one for each note, so that no two contributions meet in one. */
function fileName({ draft, selector }) {
  const { at = [], quote = "" } = selector ?? {};
  const words = slug(`${quote} ${draft.lead}`).split("-").slice(0, 4);
  return `${slug([at[0], ...words, draft.mark].join(" "))}.yml`;
}

/** The page for a new file, filled in; of a long one, without its content. And whether it is whole. */
function address(text, name, content) {
  const { new: base, fields, fills } = repository;
  const empty = `${base}${encodeURIComponent(text)}?${fields[0]}=${encodeURIComponent(name)}`;
  const full = `${empty}&${fields[1]}=${encodeURIComponent(content)}`;
  return full.length > LONGEST ? [empty, false] : [full, fills];
}

function download(name, content) {
  const href = URL.createObjectURL(new Blob([content], { type: "application/yaml" }));
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
