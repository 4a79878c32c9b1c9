"""The elements of a page that are open at one of its tags, as far as its parser is kept busy by them."""

from collections import Counter

MAX_OPEN = 500
"""Elements within elements; pages have 10 to 40."""

MAX_MISNESTED = 2_000
"""End tags that close other elements too, or may not close their own: `<b><i></b></i>`."""

MAX_REPEATED = 500_000
"""Elements like `<b>` that are open at the tags of a page, summed up: a block opens them again."""

_NEAR = 10
"""Open elements, from the innermost, that an end tag may close."""

_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_OPTIONAL = frozenset(
    "p li dt dd tr td th tbody thead tfoot option optgroup colgroup rp rt html head body".split()
)
"""Elements whose end tags may be left out. They close each other."""

_FONTS = frozenset("a b big code em font i nobr s small strike strong tt u".split())
# Elements whose end tags close whatever is in them, and what no end tag reaches beyond.
_FIRM = frozenset(
    "address article aside blockquote button center details dialog dir div dl fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup main menu nav object ol pre search section"
    " select summary table template ul".split()
)
_BARRIERS = frozenset("applet marquee object table template svg math".split())


class OpenElements:
    """Elements that no end tag has closed yet.

    An end tag closes only what was opened just before it, or nearly.
    """

    def __init__(self) -> None:
        self._names: list[str] = []
        self._loose: list[int] = []
        """How many elements without an end tag there are in each."""
        self._misnested = 0
        self._repeated = 0
        self._fonts = 0
        """Open elements of `_FONTS`, also those that another end tag has closed."""
        self._lost: Counter[str] = Counter()
        """The latter, by name."""

    @property
    def are_too_many(self) -> bool:
        """Whether a parser would be kept busy by what is open."""
        return (
            len(self._names) > MAX_OPEN
            or self._misnested > MAX_MISNESTED
            or self._repeated > MAX_REPEATED
        )

    def take(self, name: str, *, ends: bool) -> None:
        """Open or close an element."""
        if name in _OPTIONAL:
            self._take_optional(ends=ends)
        elif ends:
            self._close(name)
        elif name not in _EMPTY:
            self._names.append(name)
            self._loose.append(0)
            self._fonts += name in _FONTS
        self._repeated += self._fonts

    def _take_optional(self, *, ends: bool) -> None:
        if self._loose:
            self._loose[-1] = max(0, self._loose[-1] + (-1 if ends else 1))

    def _close(self, name: str) -> None:
        """Close the innermost element of a name, and what is open in it, if it is near."""
        for back, other in enumerate(self._names[: -_NEAR - 1 : -1], start=1):
            if other == name:
                self._close_last(back, name)
                return
            if other in _BARRIERS:
                break
        if self._lost[name]:
            self._lost[name] -= 1
            self._fonts -= 1

    def _close_last(self, number: int, name: str) -> None:
        at = len(self._names) - number
        self._lost.update(_FONTS.intersection(self._names[at + 1 :]))
        self._misnested += number - 1
        self._misnested += name not in _FIRM and name not in _FONTS and any(self._loose[at:])
        self._fonts -= name in _FONTS
        del self._names[at:], self._loose[at:]
