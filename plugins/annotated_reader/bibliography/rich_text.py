"""The few tags that CSL knows in titles: italics, bold, sub- and superscript.

CSL JSON, section "HTML-like formatting tags" of the documentation of citeproc-js.
Everything else that looks like a tag is text.
"""

import re

from markupsafe import Markup, escape

_PAIR = re.compile(r"&lt;(i|b|sub|sup)&gt;((?:(?!&lt;).)*)&lt;/\1&gt;", re.DOTALL)
# It only keeps a style from changing capitals.
_NOCASE = re.compile(r"&lt;span class=&#34;nocase&#34;&gt;((?:(?!&lt;).)*)&lt;/span&gt;", re.DOTALL)


def rich_text(text: str) -> Markup:
    """Return a text as HTML in which these tags act where they stand in pairs."""
    html = str(escape(text))
    while (found := _NOCASE.sub(r"\1", _PAIR.sub(r"<\1>\2</\1>", html))) != html:
        html = found
    return Markup(html)  # noqa: S704 - escaped but for four tags without attributes


def without_tags(text: str) -> str:
    """Return a text without these tags."""
    return rich_text(text).striptags()
