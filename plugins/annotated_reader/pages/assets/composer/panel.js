// The panel: a dialog beside the text, which stays there to be read, selected and pointed at.

import { data, t } from "./data.js";
import { button, el } from "./dom.js";
import { fresh, isWritten, keep } from "./draft.js";
import { claimPart, kindPart, namePart, wordsPart } from "./form.js";
import { placePart } from "./place_part.js";
import { problems, recordOf } from "./record.js";
import { seePart } from "./see_part.js";
import { reachable } from "./selector.js";
import { sendPart } from "./send.js";
import { sourcesPart } from "./sources_part.js";

/** Build the panel of a desk: its draft, its place, and what happens when either changes. */
export function buildPanel(desk) {
  desk.shows = [];
  const wrong = el("ul", { class: "ar-list ar-wrong", tabIndex: -1, "aria-label": t("missing") });
  const state = el("p", { role: "status", class: "ar-state" });
  const title = el("p", { role: "heading", "aria-level": 2, class: "ar-composer-title" }, t("title"));
  const cross = button("×", () => leave(desk), { "aria-label": t("close"), class: "ar-close" });
  const parts = [placePart, kindPart, claimPart, wordsPart, sourcesPart, seePart, namePart];
  const form = el("form", { autocomplete: "off", submit: (event) => event.preventDefault() },
    ...parts.map((part) => part(desk)));
  desk.shows.push(() => {
    desk.record = recordOf(desk.draft, desk.selector);
    const found = problems(desk.record, desk.text);
    if (desk.span && !desk.selector) found.unshift(t("no_words", { most: data.limits.sentences }));
    wrong.replaceChildren(...found.map((line) => el("li", {}, line)));
    state.textContent = t(found.length ? "missing" : "ready");
  });
  const keydown = (event) => onKey(desk, event);
  desk.panel = el("div",
    { class: "ar-composer", role: "dialog", "aria-label": t("title"), tabIndex: -1, keydown },
    el("div", { class: "ar-composer-head" }, title, cross),
    form,
    state,
    wrong,
    sendPart(desk),
    el("p", {}, button(t("discard"), () => ask(desk, t("discard_sure")))),
  );
  desk.changed = () => {
    for (const show of desk.shows) show();
    desk.draft.place = desk.span;
    keep(desk);
  };
  desk.ready = () => {
    if (wrong.firstChild) wrong.focus();
    return !wrong.firstChild;
  };
  desk.take = (span, { still = false } = {}) => {
    desk.span = span && reachable(desk.page, span);
    desk.changed();
    if (!still) desk.light();
  };
}

/** Fields keep their keys to themselves: the page has keys of its own. */
function onKey(desk, event) {
  event.stopPropagation();
  if (event.key !== "Escape") return;
  event.preventDefault();
  leave(desk);
}

const leave = (desk) => ask(desk, t("leave"), button(t("keep"), desk.close));

/** Close at once when nothing is written; else ask first. Asked again, go on writing. */
function ask(desk, question, ...answers) {
  const asked = desk.panel.querySelector(".ar-ask button");
  if (asked) return asked.click();
  if (!isWritten(desk.draft)) return desk.close();
  const before = document.activeElement;
  const stay = button(t("stay"), () => {
    box.remove();
    before.focus({ preventScroll: true });
  });
  const discard = button(t("discard"), () => {
    desk.draft = fresh();
    keep(desk);
    desk.close();
  });
  const box = el("div", { class: "ar-ask", role: "alertdialog", "aria-label": question },
    el("p", {}, question), el("div", { class: "ar-row" }, stay, ...answers, discard));
  desk.panel.firstChild.after(box);
  stay.focus();
}
