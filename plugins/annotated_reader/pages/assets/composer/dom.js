// Elements made without HTML: what somebody wrote stays text.

/** An element; functions become listeners, `value`, `checked` and `hidden` properties. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (["value", "checked", "hidden"].includes(key)) element[key] = value;
    else if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export const button = (words, click, properties = {}) =>
  el("button", { type: "button", class: "ar-button", click, ...properties }, words);

/** A control with its name before it, and a hint behind it. */
export const labelled = (name, control, hint = null) =>
  el("label", { class: "ar-field" }, el("span", {}, name), control, hint && el("small", {}, hint));

/** A box or circle to choose, with its name and what it means. */
export const option = (name, input, meaning = "") =>
  el("label", { class: "ar-option" }, input, el("span", {}, name, meaning && el("small", {}, meaning)));

export const group = (name, ...children) => el("fieldset", {}, el("legend", {}, name), ...children);

/** A list to choose one of, from pairs of value and words. */
export const choice = (properties, pairs, chosen) => {
  const options = pairs.map(([value, words]) => el("option", { value }, words));
  const select = el("select", properties, ...options);
  select.value = chosen;
  return select;
};

/** A text as part of a file name or an id: small letters, digits and hyphens. */
export const slug = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
