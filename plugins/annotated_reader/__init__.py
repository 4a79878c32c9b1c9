"""A static annotated reader: texts, and YAML notes on their sentences, made into pages.

The data goes one way: `text` (a seed into sentences) and `notes` (YAML into
records) meet in `anchoring` (each note in its place), `edition` knows everything,
`pages` shows it, and the doors `mkdocs_plugin` and `cli` let it out.
"""

__version__ = "0.1.0"
