"""Gives a page another type, for migrations: it keeps its key, addresses, place in the tree and history."""


def change_type(apps, page_id: int, old_model, new_model, values: dict) -> None:
    """Replace the row of `old_model` by one of `new_model` with `values`, and let its history follow.

    Models are those of the migration that calls. Revisions name their fields, so that what
    the new type has no field for stays in them unseen.
    """
    new_model(sitepage_ptr_id=page_id, **values).save_base(raw=True)
    # The row of the base page stays as it is.
    rows = old_model.objects.filter(pk=page_id)
    rows._raw_delete(rows.db)
    old, new = _content_type(apps, old_model), _content_type(apps, new_model)
    apps.get_model("core", "SitePage").objects.filter(pk=page_id).update(
        content_type_id=new
    )
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(object_id=str(page_id), content_type_id=old):
        content = {**revision.content, "content_type": new}
        revisions.filter(pk=revision.pk).update(content=content, content_type_id=new)
    entries = apps.get_model("wagtailcore", "PageLogEntry").objects
    entries.filter(page_id=page_id).update(content_type_id=new)


def _content_type(apps, model) -> int:
    content_types = apps.get_model("contenttypes", "ContentType").objects
    return content_types.get_or_create(
        app_label=model._meta.app_label, model=model._meta.model_name
    )[0].pk
