// Elements made without HTML: what somebody wrote stays text.

import { t } from "./data.js";

/** An element; functions become listeners, what it has as properties is set as such. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

export const button = (words, click, properties = {}) =>
  el("button", { type: "button", class: "ar-button", click, ...properties }, words);

/** A control with its name before it, and a hint behind it. */
export const labelled = (name, control, hint) =>
  el("label", { class: "ar-field" }, el("span", {}, name), control, hint && el("small", {}, hint));

/** A control that writes what is entered into an object of the draft. */
export function bound(desk, object, key, control) {
  control.value = object[key] ?? "";
  control.addEventListener("input", () => {
    object[key] = control.value;
    desk.changed();
  });
  return control;
}

/** The same with its name and a hint. */
export const field = (desk, object, key, control, hint) =>
  labelled(t(`f_${key}`), bound(desk, object, key, control), hint);

/** A field for one line, in any script. */
export const line = () => el("input", { dir: "auto" });

/** A box or circle to choose, with its name and what it means. */
export const option = (name, input, meaning) =>
  el("label", { class: "ar-option" }, input, el("span", {}, name, meaning && el("small", {}, meaning)));

export const group = (name, ...children) => el("fieldset", {}, el("legend", {}, name), ...children);

/** A list to choose one of, from pairs of value and words. */
export const choice = (pairs) =>
  el("select", {}, ...pairs.map(([value, words]) => el("option", { value }, words)));

/** A text as part of a file name or an id: small letters, digits and hyphens. */
export const slug = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
