"""The bibliography in the forms of others: CSL JSON, and through pandoc whatever else there is."""

from annotated_reader.bibliography.csl_json import csl_item, csl_json
from annotated_reader.bibliography.dates import in_words
from annotated_reader.bibliography.formatting import format_sources
from annotated_reader.bibliography.plain import plain_bibliography
from annotated_reader.bibliography.records import Bibliography, FormattedSource
from annotated_reader.bibliography.rich_text import rich_text
from annotated_reader.bibliography.styles import DEFAULT_STYLE

__all__ = [
    "DEFAULT_STYLE",
    "Bibliography",
    "FormattedSource",
    "csl_item",
    "csl_json",
    "format_sources",
    "in_words",
    "plain_bibliography",
    "rich_text",
]
