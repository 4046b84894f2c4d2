"""Makes the pages of a plan that do not exist yet, and moves those whose place changed in the file."""

from core.models import SitePage
from home.content.memory import Memory


def place(plan, names, report, overwrite) -> dict[str, SitePage]:
    """Return the pages of `plan` by key, each in its place; pages that somebody deleted stay deleted."""
    pages = {}
    for key, page_plan in plan.pages.items():
        page = page_plan.page
        if page is None and not _may_make(page_plan, pages, names, overwrite):
            report.deleted.append(key)
            names.forget(key)
            continue
        if page is None:
            page = _make(page_plan, names)
        elif page.content_key is None:
            page.content_key = key
            SitePage.objects.filter(pk=page.pk).update(content_key=key)
        names.add(key, page.pk)
        pages[key] = _move(page_plan, page, names, report, overwrite)
    return pages


def _may_make(page_plan, pages, names, overwrite):
    """Tell whether a page may be made: one that was loaded before was deleted by somebody."""
    if page_plan.parent_key not in names.ids:
        return False
    return overwrite or Memory(page_plan.key).is_new


def _make(page_plan, names):
    page = page_plan.page_type.model(content_key=page_plan.key, live=False)
    for assignment in page_plan.assignments:
        # The address is needed to put the page in the tree; other texts may link to
        # pages that are still to be made.
        if assignment.kind.field_name in ("title", "slug"):
            assignment.kind.write(page, assignment.column, assignment.told, names)
    parent = SitePage.objects.get(pk=names.ids[page_plan.parent_key])
    parent.add_child(instance=page)
    return page


def _move(page_plan, page, names, report, overwrite):
    """Return the page below the parent that the file names, unless somebody moved it."""
    if page_plan.parent_key is None:
        return page
    memory = Memory(page_plan.key)
    parent = page.get_parent()
    current = names.keys.get(parent.pk, "")
    moved = current != page_plan.parent_key
    may_move = overwrite or memory.is_last("parent", current)
    if moved and not may_move:
        if not memory.is_last("parent", page_plan.parent_key):
            report.kept.append(f"{page_plan.key}: parent")
        return page
    memory.remember("parent", page_plan.parent_key)
    memory.save()
    if not moved:
        return page
    target = SitePage.objects.get(pk=names.ids[page_plan.parent_key])
    page.move(target, pos="last-child")
    return type(page).objects.get(pk=page.pk)
