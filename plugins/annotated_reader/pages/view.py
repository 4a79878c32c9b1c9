"""What the templates ask for: links from the page they make, and words for what they show."""

from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from annotated_reader.bibliography import Bibliography, in_words
from annotated_reader.edition import Address, Citation, Edition, Note, TextEdition
from annotated_reader.notes import Source
from annotated_reader.notes.edtf import EdtfDate
from annotated_reader.pages.addresses import CLAIMS, SOURCES, Addresses
from annotated_reader.pages.assets import asset_path
from annotated_reader.pages.settings import Settings
from annotated_reader.pages.source_links import SourceLink, source_link
from annotated_reader.pages.wording import Wording, wording
from annotated_reader.problems import Place


@dataclass(frozen=True, slots=True)
class View:
    """One page as its template sees it: the edition, and where this page is in the site."""

    edition: Edition
    addresses: Addresses
    page: str
    settings: Settings
    bibliography: Bibliography

    @property
    def words(self) -> Wording:
        """Return the words of the page in its language."""
        return wording(self.settings.language)

    def to(self, address: Address) -> str:
        """Return the link to a text, sentence or note."""
        return self.addresses.to(self.page, address)

    def source(self, source: Source) -> str:
        """Return the link to the entry of a source."""
        return self.addresses.link(self.page, SOURCES, f"source-{source.id}")

    def source_link(self, source: Source) -> SourceLink:
        """Return the link to a source itself, or to its archived copy."""
        return source_link(source, self.edition.links)

    def cited(self, use: Citation) -> tuple[Markup, str]:
        """Return a source as a note cites it, and where in it: "Miklasová 2020" and ", § 2".

        English styles have the comma behind a title within its quotation marks.
        """
        short = self.bibliography.formatted[use.source.id].short
        if use.locator and self.settings.language == "en" and short.endswith("”"):
            return short[:-1] + ",”", f" {use.locator}"
        return short, f", {use.locator}" if use.locator else ""

    def claims(self, slug: str) -> str:
        """Return the link to the claims of a text."""
        return self.addresses.link(self.page, CLAIMS, f"claims-{slug}")

    def neighbours(self, slug: str) -> tuple[TextEdition | None, TextEdition | None]:
        """Return the texts before and after a text in the list of texts."""
        texts = self.edition.texts
        place = texts.index(self.edition.text(slug))
        return texts[place - 1] if place else None, (*texts, None)[place + 1]

    def path(self, path: str) -> str:
        """Return the link to a page or file by the path of its source."""
        return self.addresses.link(self.page, path)

    def absolute(self, path: str) -> str:
        """Return the whole address of a page, or nothing when that of the site is not known."""
        base = self.settings.site_url.rstrip("/")
        return f"{base}/{self.addresses.link('index.md', path)}" if base else ""

    def asset(self, name: str) -> str:
        """Return the link to a script or style that this page alone asks for."""
        return self.path(asset_path(name))

    def edit(self, place: Place) -> str:
        """Return the address at which the file of a note is edited, or nothing."""
        base = self.settings.edit_base
        return f"{base}{quote(place.file)}#L{place.line}" if base else ""

    def note_address(self, text: str, note: Note) -> Address:
        """Return the address of a note that has a place."""
        return Address(text, note.target.sentences[-1], note.anchor)

    def incipit(self, address: Address, words: int) -> str:
        """Return the first words of the sentence that an address names."""
        return shorten(self.edition.text(address.text).words(address.sentence), words)

    def note(self, address: Address) -> Note | None:
        """Return the note that an address names; None when it names none."""
        if not address.note:
            return None
        notes = self.edition.text(address.text).by_sentence[address.sentence]
        return next(note for note in notes if note.anchor == address.note)

    def date(self, date: EdtfDate) -> str:
        """Return a date in words where the page speaks English, in figures (ISO 8601) elsewhere.

        The figures need no grammar: months are declined in some of the languages.
        """
        return in_words(date) if self.words.language == "en" else date.text.replace("/", " – ")

    def place_name(self, address: Address, here: str) -> str:
        """Return "sentence 13", or "note 13a", with the title of the text when it is another.

        A text as a whole is named by its title.
        """
        text = self.edition.text(address.text)
        if not address.sentence:
            return self.words("whole_text") if address.text == here else text.short_title
        name = self.words("sentence", number=address.sentence.removeprefix("s"))
        if note := self.note(address):
            name = self.words("note", label=note.label)
        return (
            name
            if address.text == here
            else self.words("in_text", title=text.short_title, place=name)
        )

    def summary(self, text: TextEdition, sentence: str) -> str:
        """Return what is behind a sentence, for a reader who hears the page."""
        words, number = self.words, sentence.removeprefix("s")
        names = [self.note_name(note) for note in text.by_sentence.get(sentence, ())]
        names += [words("note", label=note.label) for note in text.elsewhere.get(sentence, ())]
        if names:
            return words("summary", number=number, names=", ".join(names))
        return words("referred_to" if sentence in text.backlinks else "no_notes", number=number)

    def note_name(self, note: Note) -> str:
        """Return what kind of note it is and its verdict, for a reader who hears the page."""
        kind = self.words.lower(self.words(f"kind_{note.record.kind}"))
        if not note.current:
            return self.words("withdrawn_kind", kind=kind)
        if note.verdict is None:
            return kind
        return f"{kind} ({self.words.lower(self.words.verdict(note.verdict))})"


def shorten(words: str, count: int) -> str:
    """Return the first words of a sentence, with an ellipsis when there are more."""
    parts = words.split()
    return " ".join(parts[:count]).rstrip(",;:") + " …" if len(parts) > count else words


def percent(part: int, whole: int) -> int:
    """Return a share in whole per cent, rounded down so that 100 means all."""
    return 100 * part // whole if whole else 0


def annotated_files(text: TextEdition) -> Place | None:
    """Return the file that the edit button of a text opens: that of its first note."""
    if text.notes:
        return text.notes[0].place
    return text.files[0] if text.files else None
