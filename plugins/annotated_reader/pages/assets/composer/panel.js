// The panel: a dialog beside the text, which stays there to be read, selected and pointed at.

import { t } from "./data.js";
import { button, el } from "./dom.js";
import { fresh, isWritten, keep } from "./draft.js";
import { claimPart, kindPart, namePart, wordsPart } from "./form.js";
import { placePart } from "./place_part.js";
import { fileOfDraft, problems, recordOf } from "./record.js";
import { seePart } from "./see_part.js";
import { sendPart } from "./send.js";
import { sourcesPart } from "./sources_part.js";

/** Build the panel of a desk: its draft, its place, and what happens when either changes. */
export function buildPanel(desk) {
  const place = placePart(desk);
  const claim = claimPart(desk);
  const words = wordsPart(desk);
  const see = seePart(desk);
  const send = sendPart(desk);
  const wrong = el("ul", { class: "ar-list ar-wrong", tabindex: -1, "aria-label": t("missing") });
  const state = el("p", { role: "status", class: "ar-state" });
  const title = el("p", { role: "heading", "aria-level": 2, class: "ar-composer-title" }, t("title"));
  desk.panel = el(
    "div",
    { class: "ar-composer", role: "dialog", "aria-label": t("title"), tabindex: -1, keydown: (event) => onKey(desk, event) },
    el("div", { class: "ar-composer-head" }, title, button("×", () => leave(desk), { "aria-label": t("close"), class: "ar-close" })),
    el("form", { autocomplete: "off", submit: (event) => event.preventDefault() },
      place.part, kindPart(desk), claim, words.part, sourcesPart(desk), see.part, namePart(desk)),
    state,
    wrong,
    send.part,
    el("p", {}, button(t("discard"), () => discard(desk))),
  );
  desk.changed = () => {
    claim.hidden = desk.draft.kind !== "claim";
    place.show();
    words.show();
    see.show();
    const record = recordOf(desk.draft, desk.selector);
    const found = [...(desk.span && !desk.selector ? [t("no_words")] : []), ...problems(record, desk.text)];
    wrong.replaceChildren(...found.map((line) => el("li", {}, line)));
    state.textContent = found.length ? t("missing") : t("ready");
    send.show(fileOfDraft(record));
    desk.valid = !found.length;
    desk.draft.place = desk.span;
    keep(desk.text, desk.draft);
  };
  desk.ready = () => {
    if (!desk.valid) wrong.focus();
    return desk.valid;
  };
  desk.take = (span, { still = false } = {}) => {
    desk.span = span;
    desk.changed();
    if (!still) desk.light();
  };
}

/** Fields keep their keys to themselves: the page has keys of its own. */
function onKey(desk, event) {
  event.stopPropagation();
  if (event.key !== "Escape") return;
  event.preventDefault();
  if (desk.stopPicking) desk.stopPicking();
  else leave(desk);
}

/** Close at once when nothing is written; else ask first. */
function leave(desk) {
  const asked = desk.panel.querySelector(".ar-ask");
  if (asked) {
    asked.remove();
    return desk.panel.focus({ preventScroll: true });
  }
  if (!isWritten(desk.draft)) return desk.close();
  const stay = button(t("stay"), () => leave(desk));
  const buttons = [stay, button(t("keep"), () => desk.close()), button(t("discard"), () => discard(desk))];
  const ask = el("div", { class: "ar-ask", role: "alertdialog", "aria-label": t("leave") },
    el("p", {}, t("leave")), el("div", { class: "ar-row" }, ...buttons));
  desk.panel.firstElementChild.after(ask);
  stay.focus();
}

function discard(desk) {
  desk.draft = fresh();
  keep(desk.text, desk.draft);
  desk.close();
}
