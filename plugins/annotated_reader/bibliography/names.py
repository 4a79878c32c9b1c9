"""Names of people and organisations as words."""

from annotated_reader.notes import Source
from annotated_reader.notes.csl import CREATORS
from annotated_reader.notes.format import PersonRecord


def family_name(person: PersonRecord) -> str:
    """Return the name that a citation uses: "de Waal", or that of an organisation."""
    return person.literal or " ".join(filter(None, (person.non_dropping_particle, person.family)))


def whole_name(person: PersonRecord) -> str:
    """Return the name in the order of speech: "Thomas de Waal", "Martin King, Jr."."""
    name = " ".join(filter(None, (person.given, person.dropping_particle, family_name(person))))
    comma = "," if person.comma_suffix == "true" else ""
    return f"{name}{comma} {person.suffix}" if person.suffix else name


def creators_of(source: Source) -> tuple[PersonRecord, ...]:
    """Return the people and organisations that an entry begins with; there may be none."""
    return next((source.names[field] for field in CREATORS if source.names.get(field)), ())


def listed(names: list[str]) -> str:
    """Return names with commas and an "and" between them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
