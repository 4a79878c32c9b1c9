// Which parts of a text have been read: those whose end was in sight, once as much time has
// passed since their beginning as reading them takes.

const PER_CHARACTER = 33; // ms: 300 words a minute, fast for adults (Brysbaert 2019: 175 to 300)

let watcher = null;
let sections = [];

/** Call back with the ids of the sentences of each part of a text that has been read. */
export function watchSections(root, onRead) {
  stopWatching();
  sections = sectionsOf(root);
  const of = new Map(sections.flatMap((section) => section.sentences.map((one) => [one, section])));
  watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const section = of.get(target);
      if (isIntersecting) section.begun ??= performance.now();
      if (target === section.sentences.at(-1)) wait(section, isIntersecting && onRead);
    }
  });
  for (const sentence of of.keys()) watcher.observe(sentence);
}

export function stopWatching() {
  watcher?.disconnect();
  for (const section of sections) clearTimeout(section.timer);
  sections = [];
}

/** Wait for what is left of the time, as long as the end stays in sight. */
function wait(section, onRead) {
  clearTimeout(section.timer);
  if (!onRead || section.read) return;
  const { begun, sentences } = section;
  const length = sentences.reduce((sum, sentence) => sum + sentence.textContent.length, 0);
  const left = begun + length * PER_CHARACTER - performance.now();
  section.timer = setTimeout(() => {
    section.read = true;
    onRead(sentences.map(({ id }) => id));
  }, left);
}

/** A part begins at each heading that text goes before; the title belongs to the first. */
function sectionsOf(root) {
  const found = [{ sentences: [...root.querySelectorAll(".ar-title .ar-s")], text: false }];
  for (const block of root.querySelector(".ar-text").children) {
    const heading = block.matches("h2, h3, h4, h5, h6");
    if (heading && found.at(-1).text) found.push({ sentences: [], text: false });
    found.at(-1).text ||= !heading;
    found.at(-1).sentences.push(...block.querySelectorAll(".ar-s"));
  }
  return found.filter(({ sentences }) => sentences.length);
}
