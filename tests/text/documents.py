"""Documents of texts that fit their list."""

from annotated_reader.text import Document, ListedSentence, cut


def document_of(
    source: str,
    *,
    language: str = "en",
    markdown: bool = False,
    listed: list[ListedSentence] | None = None,
) -> Document:
    """Return the document of a text, sure that nothing is wrong with it."""
    document, problems = cut(source, language=language, markdown=markdown, listed=listed or [])
    assert problems == []
    assert document is not None
    return document
