import pytest

from annotated_reader.bibliography.rich_text import rich_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<i>Homo</i> & others", "<i>Homo</i> &amp; others"),
        ("H<sub>2</sub>O<sup>+</sup>", "H<sub>2</sub>O<sup>+</sup>"),
        ("<b>a <i>b</i></b>", "<b>a <i>b</i></b>"),
        ('<span class="nocase">de</span> Waal', "de Waal"),
        ("<i>open", "&lt;i&gt;open"),
        ("a < b > c", "a &lt; b &gt; c"),
        ("<i onclick=x>y</i>", "&lt;i onclick=x&gt;y&lt;/i&gt;"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("&lt;i&gt;x&lt;/i&gt;", "&amp;lt;i&amp;gt;x&amp;lt;/i&amp;gt;"),
    ],
)
def test_only_whole_pairs_of_known_tags_act(text: str, html: str) -> None:
    assert rich_text(text) == html
