"""Sites made for the tests of the page: a text from right to left, and one with many notes."""

from pathlib import Path

MATERIAL = """\
site_name: {name}
site_url: https://example.org/
use_directory_urls: false
theme:
  name: material
  language: {language}
  font: false
plugins:
  - search
  - annotated-reader:
      content_security_policy: true
"""


def right_to_left(root: Path) -> Path:
    """Write a project whose text is Arabic and whose pages speak Persian; return its folder."""
    _write(
        root,
        {
            "mkdocs.yml": MATERIAL.format(name="قارئ", language="fa"),
            "docs/index.md": "# خانه\n",
            "seeds/haqq.txt": (
                "اتفاق السلام\n\nانتهت الحرب في نوفمبر. وقّع الطرفان على الاتفاق في موسكو. "
                "ثم عاد السكان إلى بيوتهم.\n"
            ),
            "annotations/haqq/text.yml": "title: اتفاق السلام\nlanguage: ar\n",
            "annotations/haqq/sentences.tsv": (
                "s0\tاتفاق السلام\ns1\tانتهت الحرب في نوفمبر.\n"
                "s2\tوقّع الطرفان على الاتفاق في موسكو.\ns3\tثم عاد السكان إلى بيوتهم.\n"
            ),
            "annotations/sources.yml": (
                "references:\n- {id: gazette, type: article-newspaper, title: The Gazette, "
                "issued: 2020, URL: 'https://example.org/gazette'}\n"
            ),
            "annotations/haqq/notes.yml": """\
notes:
- at: s1
  quote: في نوفمبر
  kind: claim
  verdict: contradicted
  lead: انتهت في أكتوبر.
  sources: [{source: gazette, quote: in October, relation: contradicts}]
  checked: 2026-01-01
  by: [ليلى]
  see: [s3]
- {at: s2, quote: في موسكو, kind: gloss, lead: عاصمة روسيا.}
""",
        },
    )
    return root


def many_notes(root: Path, count: int = 500) -> Path:
    """Write a project with a page of so many sentences and twice as many notes; return its folder."""
    sentences = [f"Sentence number {n} says something of the bridge." for n in range(1, count + 1)]
    paragraphs = [" ".join(sentences[at : at + 10]) for at in range(0, count, 10)]
    lines = "".join(f"s{n}\t{words}\n" for n, words in enumerate(sentences, start=1))
    notes = "".join(
        f"- {{at: s{n}, quote: number {n}, kind: gloss, lead: A gloss on sentence {n}.}}\n"
        f"- {{at: s{n}, quote: the bridge, kind: citation, lead: More about it., "
        f"sources: [{{source: gazette, relation: supports}}], by: [ann]}}\n"
        for n in range(1, count + 1)
    )
    _write(
        root,
        {
            "mkdocs.yml": MATERIAL.format(name="Many", language="en"),
            "docs/index.md": "# Home\n",
            "seeds/bridge.txt": "\n\n".join(paragraphs) + "\n",
            "annotations/bridge/text.yml": "title: The bridge\n",
            "annotations/bridge/sentences.tsv": lines,
            "annotations/sources.yml": (
                "references:\n- {id: gazette, type: article-newspaper, title: The Gazette, "
                "issued: 2020, URL: 'https://example.org/gazette'}\n"
            ),
            "annotations/bridge/notes.yml": f"notes:\n{notes}",
        },
    )
    return root


def two_parts(root: Path) -> Path:
    """Write a project whose text has two parts of 30 sentences, a claim in each; return its folder."""
    part = " ".join(f"This is sentence {n} of thirty, about a bridge." for n in range(1, 31))
    claims = "".join(
        f"- {{at: s{n}, kind: claim, verdict: contradicted, lead: It was a ford., checked: 2026-01-01, "
        "sources: [{source: gazette, quote: a ford, relation: contradicts}]}\n"
        for n in (5, 40)
    )
    _write(
        root,
        {
            "mkdocs.yml": MATERIAL.format(name="Parts", language="en") + "      read_first: true\n",
            "docs/index.md": "# Home\n",
            "seeds/bridge.md": f"# The bridge\n\n## One\n\n{part}\n\n## Two\n\n{part}\n",
            "annotations/bridge/text.yml": "title: The bridge\n",
            "annotations/sources.yml": (
                "references:\n- {id: gazette, type: article-newspaper, title: The Gazette, "
                "issued: 2020, URL: 'https://example.org/gazette'}\n"
            ),
            "annotations/bridge/notes.yml": f"notes:\n{claims}",
        },
    )
    return root


def _write(root: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


def many_scripts(root: Path) -> Path:
    """Write a project whose texts are hard to select in; return its folder."""
    gloss = (
        "- {at: s1, quote: The rain fell, kind: gloss, lead: Much of it.}\n"
        "- {at: s1, quote: fell on the bridge, kind: gloss, lead: An overlapping note.}\n"
        "- {at: s4, quote: three—four, kind: gloss, lead: Seven.}\n"
    )
    _write(
        root,
        {
            "mkdocs.yml": MATERIAL.format(name="Scripts", language="en")
            + "      repository: https://github.com/example/scripts\n      branch: notes\n",
            "docs/index.md": "# Home\n",
            "seeds/rain.md": (
                "# Rain, and rain\n\n"
                "The rain fell on the bridge, the rain fell\non the river, and rain fell — “rain” — "
                "on rain. It’s it's ‘it’: rain… rain... It was rain.\n"
                "A cafe\u0301 and a café, a co\u00adoperative, one\u00a0pound -- two -  three—four.\n\n"
                "## The second part\n\n"
                "Rain fell. Rain fell. The rain fell 👩\u200d👧 on 🇫🇷 us 👍🏽, ❤\ufe0f and 🙂🙂 on 🙂.\n\n"
                "В ноябре дождь шёл и шёл. Հայաստանի մասին գիրք, գիրք։ Nobody asked: “why?” (why?) [why?]\n"
            ),
            "seeds/haqq.txt": (
                "اتفاق السلام\n\nانتهت الحرب في نوفمبر، في نوفمبر. وقّع الطرفان على الاتفاق في موسكو "
                "2020 (في موسكو). ثم عاد السكان إلى بيوتهم، می\u200cخواهم.\n"
            ),
            "seeds/ame.txt": "雨が降った。雨が降った、橋に雨が。それは雨だった。\n\n川も雨だった。\n",
            "annotations/rain/text.yml": "title: Rain\n",
            "annotations/rain/notes.yml": f"notes:\n{gloss}",
            "annotations/haqq/text.yml": "title: اتفاق السلام\nlanguage: ar\n",
            "annotations/ame/text.yml": "title: 雨\nlanguage: ja\n",
            "annotations/sources.yml": (
                "references:\n- {id: gazette, type: article-newspaper, title: The Gazette, "
                "issued: 2020, URL: 'https://example.org/gazette'}\n"
            ),
        },
    )
    return root
