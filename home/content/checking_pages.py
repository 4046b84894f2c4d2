"""Checks the texts of pages and of their rows."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.languages import column, default_language
from core.texts import is_empty
from home.content import formats
from home.content.entries import no_such_page, rows_of, unknown
from home.content.formats import Rows
from home.content.kinds import Kind
from home.content.plans import PagePlan, RowPlan

# A fixed rule of the organisation, not a matter of format.
NO_COMPANY = "company"


def check_pages(plan, content, stored, known):
    """Plan the texts of `pages`, and the rows that sections of their own hold."""
    for key, given in content.get("pages").items() if content.get("pages") else ():
        page_plan = _plan_of(key, given.place, plan, stored, known)
        if page_plan:
            _check_page(page_plan, given, known)
    for name, (key, rows_name) in formats.ROW_SECTIONS.items():
        section = content.get(name)
        if section is not None:
            page_plan = _plan_of(key, section.place, plan, stored, known)
            if page_plan:
                _check_rows(page_plan, rows_name, section, known)
    for page_plan in plan.pages.values():
        _choose_children(page_plan, plan, known)
        page = page_plan.page
        _check_complete(
            page_plan.page_type.fields,
            page_plan.page_type.model,
            page_plan,
            page,
            known,
        )
        _check_complete(
            formats.TREE_FIELDS, page_plan.page_type.model, page_plan, page, known
        )


def _plan_of(key, place, plan, stored, known):
    """Return the plan of the page with `key`, in the tree of the file or on the site."""
    if key in plan.pages:
        return plan.pages[key]
    if key not in stored:
        if key not in known.page_keys:
            known.faults.add(place, no_such_page(key, known))
        return None
    page_type = formats.type_of(type(stored[key]))
    if page_type is None:
        message = _("Pages of this type (%s) cannot be loaded yet.")
        known.faults.add(place, message % type(stored[key]).__name__)
        return None
    plan.pages[key] = PagePlan(key, place, page_type, stored[key])
    return plan.pages[key]


def _check_page(page_plan, given, known):
    page_type = page_plan.page_type
    texts = {}
    for name, item in given.items():
        if name in page_type.rows:
            _check_rows(page_plan, name, item, known)
        else:
            texts[name] = item
    page_plan.assignments.extend(
        _read(texts, page_type.fields, page_type.model, known, page_type.rows)
    )


def _read(texts, fields, model, known, also=()):
    """Return what `texts` gives the fields of `model`, groups of fields included."""
    assignments = []
    for name, item in texts.items():
        kind = fields.get(name)
        if kind is None:
            known.faults.add(item.place, unknown(name, [*fields, *also]))
        elif isinstance(kind, Kind):
            assignments.extend(kind.read(item, model, known))
        elif not item.is_map:
            message = _("Write its parts: %s.")
            known.faults.add(item.place, message % ", ".join(kind))
        else:
            assignments.extend(_read(item.value, kind, model, known))
    return assignments


def _check_rows(page_plan, name, section, known):
    rows = page_plan.page_type.rows.get(name)
    if rows is None:
        message = _("The page “%(key)s” is a %(type)s, which has no such entries.")
        known.faults.add(
            section.place,
            message % {"key": page_plan.key, "type": page_plan.page_type.name},
        )
        return
    page_plan.rows[name] = [
        _row(anchor, item, rows, page_plan, known)
        for anchor, item in _anchored(rows, section, known).items()
    ]


def _anchored(rows: Rows, section, known):
    """Return the given rows by anchor, or by their position where rows have none."""
    if rows.anchor:
        return rows_of(section, "id", known.faults)
    if not section.is_list:
        known.faults.add(section.place, _("Write a list."))
        return {}
    return {str(place): row for place, row in enumerate(section.value, start=1)}


def _row(anchor, given, rows, page_plan, known):
    if rows.anchor:
        _check_anchor(anchor, given, rows, known)
    _check_no_company(given, known)
    texts = {
        name: item
        for name, item in given.items()
        if name not in rows.ignored
        and not (rows.anchor and name == "id")
        and not (item.value is None and name in rows.unknown)
    }
    # A translated name is more precise than the one name beside it.
    if "name" in texts and "name_i18n" in texts:
        del texts["name"]
    plan = RowPlan(anchor, given.place, _read(texts, rows.fields, rows.model, known))
    _check_complete(
        rows.fields, rows.model, plan, _stored_row(page_plan, rows, anchor), known
    )
    return plan


def _check_anchor(anchor, given, rows, known):
    try:
        rows.model._meta.get_field(rows.anchor).clean(anchor, None)
    except ValidationError as error:
        known.faults.add(given.get("id").place, " ".join(error.messages))


def _check_no_company(given, known):
    is_company, kind = given.get("is_company"), given.get("kind")
    if (is_company is not None and is_company.value is not False) or (
        kind is not None and kind.value == NO_COMPANY
    ):
        message = _(
            "A company cannot be a funder: the Board decided to refuse money from any private company."
        )
        known.faults.add((is_company or kind).place, message)


def _stored_row(page_plan, rows, anchor):
    if page_plan.page is None:
        return None
    stored = getattr(page_plan.page, rows.relation).all()
    if rows.anchor:
        return next(
            (row for row in stored if getattr(row, rows.anchor) == anchor), None
        )
    position = int(anchor) - 1
    return stored[position] if position < len(stored) else None


def _choose_children(page_plan, plan, known):
    """Let a new page choose the child it shows, where the file does not say."""
    for field_name, type_name in page_plan.page_type.chosen_children.items():
        if not page_plan.is_new or page_plan.told(field_name) is not None:
            continue
        for other in plan.pages.values():
            if other.parent_key == page_plan.key and other.page_type.name == type_name:
                kind = formats.kind_of(page_plan.page_type.fields, field_name)
                page_plan.assignments.append(
                    kind.assignment(other.key, page_plan.place)
                )
                break


def _check_complete(fields, model, plan, stored, known):
    """Note texts that are missing in the language in which every text must exist."""
    told = {assignment.column: assignment for assignment in plan.assignments}
    for kind in formats.kinds_of(fields):
        if kind.translated:
            _check_text(kind, model, told, plan, stored, known)
        elif stored is None and _is_required(model, kind.field_name, told):
            message = _("“%s” is missing.") % formats.name_of(fields, kind)
            known.faults.add(plan.place, message)


def _is_required(model, field_name, told):
    source = model._meta.get_field(field_name)
    return not source.blank and not source.has_default() and field_name not in told


def _check_text(kind, model, told, plan, stored, known):
    source = column(kind.field_name, default_language())
    given = [told[name] for name in kind.columns() if name in told and told[name].told]
    if source in told and (told[source].told or told[source].told is None):
        return
    has_it = stored is not None and not is_empty(getattr(stored, source, None))
    is_required = not model._meta.get_field(kind.field_name).blank
    if source in told:
        if given or is_required:
            _add_missing(told[source].place, known)
    elif not has_it and (given or (stored is None and is_required)):
        _add_missing(
            given[0].place if given else plan.place.inside(kind.field_name), known
        )


def _add_missing(place, known):
    message = _("The text is missing in “%s”, the language in which all must exist.")
    known.faults.add(place, message % default_language())
