"""The bibliography, in CSL YAML: `sources.yml`, and what files of notes bring of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from annotated_reader.files import MAX_BYTES, Folder
from annotated_reader.notes import csl
from annotated_reader.notes.doi import bare_doi, doi_address
from annotated_reader.notes.edtf import EdtfDate, parse_edtf, propose_edtf
from annotated_reader.notes.format import PersonRecord, Prose, SourceId
from annotated_reader.notes.forms import fits, wrong_value
from annotated_reader.notes.links import refuse_link
from annotated_reader.notes.records import read_entry, unknown_keys
from annotated_reader.notes.yaml_reader import Marks, Plain, YamlFile, read_yaml
from annotated_reader.problems import MAX_FAULTS, Place, Problem, at_most, did_you_mean

FILE_NAME = "sources.yml"
REFERENCES = "references"
"""Key of the list of sources, in that file and in files of notes."""

TO_FILL_IN = "… (to fill in)"
"""The title of a source of which only the address is known so far."""


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the bibliography, its fields sorted by what they hold."""

    id: str
    type: str
    place: Place
    texts: Mapping[str, str]
    names: Mapping[str, tuple[PersonRecord, ...]]
    dates: Mapping[str, EdtfDate]
    custom: Mapping[str, str]
    """What CSL has no field for: `archive-url`, `archived`, `consulted`, `note`, …"""

    @property
    def address(self) -> str:
        """Return where it can be read: its URL, else the address of its DOI, else nothing."""
        doi = self.text("DOI")
        return self.text("URL") or (doi_address(doi) if doi else "")

    @property
    def archive(self) -> str:
        """Return the address of its archived copy, or nothing."""
        location = self.text("archive_location")
        kept = location if location.startswith("http") and not refuse_link(location) else ""
        return self.custom.get(csl.ARCHIVE_URL, "") or kept

    def text(self, field_name: str) -> str:
        """Return a text field, empty when the source does not have it."""
        return self.texts.get(field_name, "")


def read_sources(path: Path, folder: Folder) -> tuple[dict[str, Source] | None, list[Problem]]:
    """Return the sources by id, in the order of the file; None when it cannot be read.

    Problems: those of `read_yaml`, R201 to R203 for keys, R302 for an id used
    twice, R303 for a field or type that CSL does not have, R304 for a date that is
    not EDTF, R305 for a title that is still to be filled in, R209 for an address that
    is not allowed. An entry lacks what is wrong in it, but keeps its id, so that one
    mistake is not reported at every note; without an id it is left out.
    """
    file, problems = read_yaml(path, folder, REFERENCES, MAX_BYTES)
    if file is None:
        return None, problems
    problems += unknown_keys(file, [REFERENCES])
    sources, found = sources_in(file, {})
    return sources, problems + found


def sources_in(
    file: YamlFile, known: Mapping[str, Source]
) -> tuple[dict[str, Source], list[Problem]]:
    """Return the sources that a file lists, without those whose ids are known from elsewhere.

    Problems: those of `read_sources` about entries.
    """
    items = file.data.get(REFERENCES) or []
    if not isinstance(items, list):
        place = file.place(file.marks.at(REFERENCES))
        return {}, [Problem(place, "R203", f'"{REFERENCES}" must be a list of sources.')]
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for number, item in enumerate(items):
        reading = _Reading(file, file.marks.at(REFERENCES, number))
        source = reading.source(item)
        if source and (first := sources.get(source.id) or known.get(source.id)):
            message = f'the source "{source.id}" stands already {_where(first, file)}.'
            reading.problems.append(Problem(source.place, "R302", message, "Give it another id."))
        elif source:
            sources[source.id] = source
        problems += reading.problems
        if len(problems) > MAX_FAULTS:
            return sources, at_most(problems)
    return sources, problems


def _where(source: Source, file: YamlFile) -> str:
    same = source.place.file == file.place(file.marks).file
    return f"in line {source.place.line}" if same else f"at {source.place}"


@dataclass(slots=True)
class _Reading:
    """The reading of one entry; collects its problems."""

    file: YamlFile
    marks: Marks
    problems: list[Problem] = field(default_factory=list)

    def source(self, item: Plain) -> Source | None:
        """Return the source, without the fields that are wrong; None without a usable id."""
        if not isinstance(item, dict):
            self.add("R203", self.marks, "a source must hold keys and values, like `id: …`.")
            return None
        missing = [key for key in ("id", "type", "title") if key not in item]
        for key in missing:
            self.add("R202", self.marks, f'the key "{key}" is missing.')
        for key in item:
            if len(self.problems) > MAX_FAULTS:
                break  # The file is not read beyond this source.
            if key not in csl.FIELDS:
                meant = csl.OTHER_NAMES.get(key.casefold(), key)
                hint = did_you_mean(meant, csl.FIELDS)
                message = f'unknown key "{key[:60]}".'
                self.add("R303", self.marks.key(key), message, hint)
        id_ = item.get("id")
        if "id" not in missing and not fits(id_, SourceId):
            self.problems.append(wrong_value("id", id_, SourceId, self.file, self.marks.at("id")))
        if not isinstance(id_, str) or not fits(id_, SourceId):
            return None
        return Source(
            id=id_,
            type=self.type(item.get("type", "document")),
            place=self.file.place(self.marks.at("id")),
            texts=MappingProxyType(dict(self.texts(item))),
            names=MappingProxyType(dict(self.names(item))),
            dates=MappingProxyType(dict(self.dates(item))),
            custom=MappingProxyType(dict(self.custom(item.get("custom", {})))),
        )

    def add(self, code: str, marks: Marks, message: str, hint: str = "") -> None:
        """Note a problem at some marks of the file."""
        self.problems.append(Problem(self.file.place(marks), code, message, hint))

    def type(self, value: Plain) -> str:
        """Return the CSL type; `document` in place of one that does not exist."""
        if isinstance(value, str) and value in csl.TYPES:
            return value
        shown = value if isinstance(value, str) else "…"
        hint = did_you_mean(shown, sorted(csl.TYPES))
        self.add("R303", self.marks.at("type"), f'"{shown[:60]}" is not a type of source.', hint)
        return "document"

    def texts(self, item: dict[str, Plain]) -> Iterator[tuple[str, str]]:
        """Yield the text fields; an address that must not be a link is left out."""
        for key, value in item.items():
            if key not in csl.TEXT_FIELDS:
                continue
            if not isinstance(value, str) or not fits(value, Prose):
                self.problems.append(wrong_value(key, value, Prose, self.file, self.marks.at(key)))
            elif key == "URL" and (why := refuse_link(value)):
                self.add("R209", self.marks.at(key), f'"{value[:60]}" is not allowed: {why}.')
            elif key == "DOI" and bare_doi(value) != value:
                meant = bare_doi(value)
                hint = f'Did you mean "{meant}"?' if meant else "Like 10.1000/182."
                message = f'"DOI" must be a DOI without an address before it, not "{value[:60]}".'
                self.add("R203", self.marks.at(key), message, hint)
            else:
                if key == "title" and value == TO_FILL_IN:
                    hint = "Write the title of the source here."
                    message = "the title is still to be filled in."
                    self.add("R305", self.marks.at(key), message, hint)
                yield key, " ".join(value.split())

    def names(self, item: dict[str, Plain]) -> Iterator[tuple[str, tuple[PersonRecord, ...]]]:
        """Yield the name fields."""
        for key, value in item.items():
            if key not in csl.NAME_FIELDS:
                continue
            if not isinstance(value, list):
                hint = "Like `- {family: Waal, given: Thomas}` or `- {literal: United Nations}`."
                self.add("R203", self.marks.at(key), f'"{key}" must be a list of names.', hint)
                continue
            people = []
            for number, part in enumerate(value):
                if len(self.problems) > MAX_FAULTS:
                    break  # The file is not read beyond this source.
                marks = self.marks.at(key, number)
                entry, found = read_entry(part, PersonRecord, self.file, marks)
                self.problems += found
                person = entry.record if entry else None
                if person and (person.family or person.given or person.literal):
                    people.append(person)
                elif not found:
                    self.add("R203", marks, "a name must have `family` or `literal`.")
            yield key, tuple(people)

    def dates(self, item: dict[str, Plain]) -> Iterator[tuple[str, EdtfDate]]:
        """Yield the date fields that are EDTF."""
        for key, value in item.items():
            if key not in csl.DATE_FIELDS:
                continue
            text = value if isinstance(value, str) else ""
            if found := parse_edtf(text):
                yield key, found
            else:
                self.not_a_date(self.marks.at(key), text)

    def not_a_date(self, marks: Marks, text: str) -> None:
        """Note that a text is no date, and the date that was probably meant."""
        proposal = propose_edtf(text)
        hint = f'Did you mean "{proposal}"?' if proposal else "Like 2020, 2020-11 or 2020-11-10."
        shown = f'"{text[:60]}"' if text else "this"
        self.add("R304", marks, f"{shown} is not a date in the form EDTF.", hint)

    def custom(self, value: Plain) -> Iterator[tuple[str, str]]:
        """Yield the extra fields, which are all text; addresses and dates among them are checked."""
        marks = self.marks.at("custom")
        if not isinstance(value, dict):
            self.add("R203", marks, '"custom" must hold keys and values.')
            return
        for key, part in value.items():
            if not isinstance(part, str):
                self.add("R203", marks.at(key), f'"{key}" must be text.')
            elif key.endswith("url") and (why := refuse_link(part)):
                self.add("R209", marks.at(key), f'"{part[:60]}" is not allowed: {why}.')
            elif key == csl.ARCHIVED and not parse_edtf(part):
                self.not_a_date(marks.at(key), part)
            else:
                yield key, " ".join(part.split())
