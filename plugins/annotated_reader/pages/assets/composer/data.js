// What the site tells the composer: rules, words, sources (made by pages/composer.py).

export const data = globalThis.annotatedReaderData;

/** The words of a key in the language of the page, with {braces} filled in. */
export const t = (key, values = {}) =>
  (data.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
