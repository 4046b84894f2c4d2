"""Writes the site settings, the menus and the redirects."""

from wagtail.contrib.redirects.models import Redirect

from core.models import MenuItem, SitePage, SiteSettings
from core.models.site_settings import SocialLink
from home.content import formats
from home.content.comparing import Comparison
from home.content.links import Names
from home.content.redirects import redirect_to

# No page can have this key: keys start with a letter.
SITE = "_site"


def load_site(plan, names: Names, report, overwrite: bool):
    """Make the site settings and the menus what `plan` gives."""
    settings = SiteSettings.load()
    has_draft = settings.pk is not None and settings.has_unpublished_changes
    if has_draft:
        settings = settings.get_latest_revision_as_object()
    comparison = Comparison(SITE, names, report, overwrite)
    if _apply(settings, plan, names, comparison):
        if not has_draft:
            settings.save()
        revision = settings.save_revision()
        if not has_draft:
            revision.publish()
        (report.left_as_draft if has_draft else report.changed).append("site")
    comparison.memory.save()


def _apply(settings, plan, names, comparison):
    """Write what `plan` gives, where it may be written; tell whether anything changed."""
    changed = comparison.apply(
        settings, plan.assignments, is_untouched=settings.latest_revision_id is None
    )
    for menu in plan.menus:
        current = menu_items(settings, menu.place, names)
        if comparison.settle(f"menu/{menu.place}", current, menu.items):
            _write_menu(settings, menu, names)
            changed = True
    if plan.social_links is not None:
        current = social_links(settings)
        if comparison.settle("social_links", current, plan.social_links):
            settings.social_links.set(
                [
                    SocialLink(sort_order=position, **link)
                    for position, link in enumerate(plan.social_links)
                ]
            )
            changed = True
    return changed


def menu_items(settings, place, names: Names) -> list[dict]:
    """Return the links of a menu as a file tells them."""
    items = [item for item in settings.menu_items.all() if item.place == place]
    return [_told(item, names) for item in items]


def _told(item, names):
    labels = {
        name: getattr(item, name)
        for name in formats.MENU_LABEL.columns()
        if getattr(item, name)
    }
    return {"page": names.keys.get(item.page_id, ""), **labels}


def social_links(settings) -> list[dict]:
    """Return the social links as a file tells them."""
    return [
        {"name": link.name, "url": link.url} for link in settings.social_links.all()
    ]


def _write_menu(settings, menu, names):
    others = [item for item in settings.menu_items.all() if item.place != menu.place]
    items = [
        MenuItem(
            place=menu.place,
            page_id=names.ids[told["page"]],
            **{name: label for name, label in told.items() if name != "page"},
        )
        for told in menu.items
        if told["page"] in names.ids
    ]
    # The main menu comes first in the list of the settings.
    ordered = (
        [*items, *others] if menu.place == MenuItem.Place.MAIN else [*others, *items]
    )
    for position, item in enumerate(ordered):
        item.sort_order = position
    settings.menu_items.set(ordered)


def load_redirects(plans, names: Names, report):
    """Make the redirects that do not exist; an old address that leads elsewhere by now is left."""
    for plan in plans:
        page = SitePage.objects.filter(pk=names.ids.get(plan.key)).first()
        if page is None and not plan.url:
            continue
        made = redirect_to(plan, page)
        stored = Redirect.objects.filter(old_path=plan.old_path).first()
        if stored is None:
            made.save()
            report.changed.append(plan.old_path)
        elif (stored.redirect_page_id, stored.redirect_link) != (
            made.redirect_page_id,
            made.redirect_link,
        ):
            report.kept.append(plan.old_path)
