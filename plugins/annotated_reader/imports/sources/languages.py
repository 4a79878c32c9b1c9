"""Languages as bibliographies write them, as BCP 47 tags."""

import re

# Names of babel and polyglossia, which `langid` of BibLaTeX holds, and English names.
_NAMES = {
    name: tag
    for line in """
    ar arabic; az azerbaijani azeri; be belarusian; bg bulgarian; ca catalan; cs czech
    da danish; de german ngerman; de-AT austrian naustrian; de-CH swissgerman nswissgerman
    el greek; en english; en-GB british ukenglish; en-US american usenglish
    en-AU australian; en-CA canadian; eo esperanto; es spanish; et estonian; eu basque
    fa persian farsi; fi finnish; fr french francais; fr-CA acadian canadien; ga irish
    gl galician; he hebrew; hi hindi; hr croatian; hu hungarian magyar; hy armenian
    id indonesian; is icelandic; it italian; ja japanese; ka georgian; kk kazakh; ko korean
    ku kurdish; la latin; lt lithuanian; lv latvian; mk macedonian; mn mongolian; nb norwegian bokmal
    nl dutch; nn nynorsk norwegiannynorsk; pl polish; pt portuguese portuges; pt-BR brazilian brazil; ro romanian
    ru russian; sk slovak; sl slovene slovenian; sq albanian; sr serbian; sv swedish
    th thai; tr turkish; uk ukrainian; ur urdu; uz uzbek; vi vietnamese; zh chinese
    """.replace("\n", ";").split(";")
    if line.strip()
    for tag, *names in [line.split()]
    for name in names
}
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")


def language_tag(text: str) -> str:
    """Return the tag of a language (`hy` for "Armenian"); what is not known stays as it is."""
    name = re.sub(r"[^a-z]", "", text.lower())
    if name in _NAMES:
        return _NAMES[name]
    return text.replace("_", "-") if _TAG.fullmatch(text) else text
