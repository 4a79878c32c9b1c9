import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.imports.html_to_markdown import html_to_markdown
from annotated_reader.imports.small_markdown import is_faulty, to_note
from annotated_reader.notes.markdown import note_markdown

CASES = [
    ("<p>a</p><p>b</p>", "a\n\nb"),
    ("a <em>b</em> <strong>c </strong>d", "a *b* **c** d"),
    ('<a href="https://example.com/x">y</a>', "[y](https://example.com/x)"),
    ('<a href="javascript:alert(1)">y</a>', "y"),
    ('<a href="https://example.com/(x)">y</a>', "[y](https://example.com/%28x%29)"),
    ("<ul><li>a<li>b</ul>", "- a\n\n- b"),
    ("<blockquote><p>a</p></blockquote>", "> a"),
    ("a<br>b", "a\\\nb"),
    ("<h2>a</h2>b", "a\n\nb"),
    ("<script>alert('x')</script>a<style>b{}</style>", "a"),
    ("<custom-tag>a</custom-tag>", "a"),
    ('<img src="https://example.com/i.png" alt="cat">', "[cat](https://example.com/i.png)"),
    ("<code>a*b`c</code>", "`a*b'c`"),
    ("&lt;b&gt; *a*", r"\<b\> \*a\*"),
    ("*foo", r"\*foo"),
    ("1. a", r"1\. a"),
    ("- a", r"\- a"),
    ("<b>unclosed", "unclosed"),
    ("a\n  b&nbsp;c", "a b c"),
    ("<!-- a -->b<![CDATA[c]]>", "b"),
    ("", ""),
]


@pytest.mark.parametrize(("html", "markdown"), CASES, ids=[html for html, _ in CASES])
def test_html_becomes_small_markdown(html: str, markdown: str) -> None:
    assert html_to_markdown(html) == markdown


_PIECES = st.sampled_from(
    "<b> </b> <a> </a> <p> </p> <ul> <li> </ul> <blockquote> <code> </code> <script> </script>"
    ' <img> <br> <a_href="https://example.com/a"> <a_href="javascript:x"> & &lt; ` * _ [ ] ( ) !'
    " \\ # - 1. <!-- --> <svg> javascript: https://a.b ~ | word".split()
).map(lambda piece: piece.replace("_", " "))


@given(st.lists(_PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_whatever_comes_in_a_note_may_have_what_comes_out(text: str) -> None:
    for format_ in ("text/html", "text/markdown", "text/plain", "x"):
        assert not is_faulty(to_note(text, format_))


@given(st.text("ab *_`[]()<>#-+=!|~&\\1.\n", max_size=30))
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    html = note_markdown().render(to_note(text))
    assert "<em>" not in html
    assert "<a" not in html
    assert "<li>" not in html
    assert "<code>" not in html
    assert "<blockquote>" not in html
