"""Drafts that somebody saved while a page was about to be written as a whole."""

DRAFT = ["latest_revision_id", "latest_revision_created_at", "draft_title"]


def keep_newer_draft(page):
    """Point `page` to the draft that was saved since it was read; writing all columns would hide that one."""
    stored = page.base_page_model.objects.select_for_update(no_key=True).filter(
        pk=page.pk
    )
    newer = stored.filter(latest_revision__gt=page.latest_revision_id or 0)
    for row in newer.order_by().values(*DRAFT):
        for name, value in row.items():
            setattr(page, name, value)
        page.has_unpublished_changes = True
