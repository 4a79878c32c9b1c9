"""The direction in which a language is written."""

# Languages and scripts written from right to left (Unicode CLDR, character order).
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"]
)


def direction_of(language: str) -> str:
    """Return `ltr` or `rtl` for a language tag: by its script, if it names one."""
    primary, *others = language.lower().split("-")
    scripts = {part for part in others if len(part) == 4}
    if scripts:
        return "rtl" if scripts & _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary in _RIGHT_TO_LEFT else "ltr"
