"""A small project, written to a folder: the least that has one of everything."""

from pathlib import Path

TEXT = "texts/essay.md"
FILES = {
    "mkdocs.yml": """\
site_name: Small
site_url: https://example.org/
edit_uri: https://example.org/edit/main/docs/
docs_dir: docs
theme: {name: null, custom_dir: theme}
plugins: [annotated-reader]
validation: {links: {anchors: warn}}
""",
    "theme/main.html": (
        "<!doctype html><html lang=en><head><title>{{ page.title }}</title></head>"
        "<nav>{% for item in page.toc %}<a href='{{ item.url }}'>{{ item.title }}</a>{% endfor %}</nav>"
        "<main data-edit='{{ page.edit_url }}'>{{ page.content }}</main></html>\n"
    ),
    "docs/index.md": "# Home\n\n[A sentence](texts/essay.md#s2)\n",
    "seeds/essay.txt": "An Essay\n\nThe first sentence is short. The second is about cats & dogs.\n",
    "annotations/sources.yml": """\
references:
- id: smith-2001
  type: book
  title: Cats
  author: [{family: Smith, given: Ann}]
  publisher: Press
  issued: "2001"
  URL: https://example.com/cats
- id: jones-2002
  type: book
  title: Dogs
  author: [{family: Jones}]
  issued: "2002"
  URL: https://example.com/dogs
""",
    "annotations/essay/text.yml": "title: An Essay\nlanguage: en\n",
    "annotations/essay/sentences.tsv": (
        "s0\tAn Essay\ns1\tThe first sentence is short.\ns2\tThe second is about cats & dogs.\n"
    ),
    "annotations/essay/notes.yml": """\
notes:
- id: about-cats
  at: s2
  quote: cats & dogs
  kind: claim
  verdict: contradicted
  reasons: [outdated]
  lead: It is about *cats* only.
  note: |
    A first paragraph with a [link](https://example.com/).

    A second one.
  sources:
  - {source: smith-2001, locator: p. 3, quote: only cats, relation: contradicts}
  - {source: jones-2002, relation: supports}
  see: [s1]
  checked: "2026-01-02"
  by: [ann]
- at: s1
  quote: first
  kind: gloss
  lead: The opening one.
  see: [about-cats]
""",
}


def write_site(root: Path, changes: dict[str, str | None] | None = None) -> Path:
    """Write the small project, with some files changed, added or (None) left out."""
    for name, content in (FILES | (changes or {})).items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
    return root
