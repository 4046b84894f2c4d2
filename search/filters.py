"""The filters of the results: by kind, and by language."""

from django.utils.translation import gettext as _

from core.filters import Choice, Filter
from core.languages import content_languages, native_name
from search.asking import Asked
from search.documents import kind_name
from search.engine import Results
from search.matching import MOST_FOUND


def filters(results: Results, asked: Asked) -> list[Filter]:
    """Return the filters that leave something of `results`."""
    kinds = {kind: kind_name(kind) for kind, _count in _known(results.counts_by_kind)}
    languages = {
        code: native_name(code)
        for code in content_languages()
        if results.counts_by_language.get(code) or code == asked.language
    }
    by_kind, by_language = results.counts_by_kind, results.counts_by_language
    found = [
        _filter("kind", _("Kind"), kinds, asked.kind, by_kind, by_kind.total(), asked),
        _filter(
            "language",
            _("Language of the results"),
            languages,
            asked.language,
            by_language,
            results.count_in_all_languages,
            asked,
        ),
    ]
    return [filter for filter in found if len(filter.choices) > 2 or filter.value]


def _known(counts):
    return [(kind, count) for kind, count in counts.most_common() if count]


def _filter(name, label, labels, value, counts, everything, asked):
    made = Filter(name=name, label=label, labels=labels, value=value)
    made.choices.append(
        Choice(
            value="",
            label=_("All"),
            url=asked.url(**{name: ""}),
            count=_as_shown(everything),
            is_current=not value,
        )
    )
    made.choices += [
        Choice(
            value=key,
            label=text,
            url=asked.url(**{name: key}),
            count=_as_shown(counts.get(key, 0)),
            is_current=key == value,
        )
        for key, text in labels.items()
    ]
    return made


def _as_shown(count):
    return f"{MOST_FOUND}+" if count >= MOST_FOUND else count
