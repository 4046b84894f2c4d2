"""Spells out inclusive forms of French: travailleuse·eur·s is travailleuses et travailleurs."""

INCLUSIVE_FORM = r"[^\W\d_]+(?:·[^\W\d_]+)+"

# How a feminine ends, and how the masculine beside it does.
ENDINGS = {"euse": "eur", "rice": "eur"}
SHORTEST_WORD = 3
# The only singular of which one says both.
BOTH = "chacun"


def doublet(form: str) -> str:
    """Return both words that `form` stands for, the feminine first."""
    first, second, *rest = form.split("·")
    plural = "s" if "s" in rest else ""
    if second == "s" and not rest:
        return f"{first}s"
    feminine, masculine = _pair(first, second)
    both = plural or masculine.endswith("s") or masculine.lower() == BOTH
    joint = "et" if both else "ou"
    return f"{feminine}{plural} {joint} {masculine}{plural}"


def _pair(first: str, second: str) -> tuple[str, str]:
    for feminine, masculine in ENDINGS.items():
        if first.endswith(feminine) and second == masculine:
            return first, first.removesuffix(feminine) + masculine
    if len(second) > SHORTEST_WORD or second.endswith("s"):
        return first, second
    return first + second, first
