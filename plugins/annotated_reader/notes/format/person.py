"""A name in `sources.yml`."""

from typing import Literal

from msgspec import Struct

from annotated_reader.notes.format.values import Line


class PersonRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A name in CSL: a person by parts, or an organisation by `literal`."""

    family: Line = ""
    given: Line = ""
    dropping_particle: Line = ""
    non_dropping_particle: Line = ""
    suffix: Line = ""
    comma_suffix: Literal["true", "false"] | None = None
    literal: Line = ""
