"""The groups of people who write the site, made after each migrate for each language of the settings."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext, override
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Task,
    Workflow,
)
from wagtail.snippets.models import create_extra_permissions, get_snippet_models

from core import permissions
from core.languages import content_languages, native_name

# Stable names, by which code finds the groups; `core.group_names` has what people read.
STAFF = "Communications staff"
# What `core.workflow_names` shows in the language of whoever reads.
WORKFLOW = "Approval by the communications staff"
STOCK_GROUPS = ("Editors", "Moderators")
STOCK_WORKFLOW = "Moderators approval"

STAFF_ON_PAGES = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
TRANSLATORS_ON_PAGES = ("change",)

_more_staff_rights: list[str] = []


def give_to_staff(*rights: str) -> None:
    """Let the communications staff be born with `rights` on what is neither page nor snippet.

    Apps call this in their `ready`.
    """
    _more_staff_rights.extend(rights)


def translators(language: str) -> str:
    """Return the name of the group that translates into `language`."""
    return f"Translators {language}"


@dataclass(frozen=True)
class Role:
    """A group with the rights it is born with."""

    name: str
    rights: list[str]
    on_pages: tuple[str, ...]
    on_collections: list[str]


def roles() -> list[Role]:
    """Return the groups that the languages of the settings call for."""
    return [_staff_role(), *map(_translators_role, content_languages())]


def _staff_role():
    return Role(
        STAFF,
        staff_rights(),
        STAFF_ON_PAGES,
        [
            *_rights_on("wagtailimages.image", "add", "change", "choose"),
            *_rights_on("wagtaildocs.document", "add", "change", "choose"),
            *_rights_on("wagtailcore.collection", "add", "change", "delete"),
        ],
    )


def _translators_role(language):
    return Role(
        translators(language),
        ["wagtailadmin.access_admin", permissions.translate(language)],
        TRANSLATORS_ON_PAGES,
        [
            *_rights_on("wagtailimages.image", "choose"),
            *_rights_on("wagtaildocs.document", "choose"),
        ],
    )


def staff_rights() -> list[str]:
    """Return the rights of the communications staff, apart from those on pages and media."""
    models = [*settings_registry, *get_snippet_models(), Redirect]
    verbs = ("add", "change", "delete", "publish", "lock", "unlock")
    return [
        "wagtailadmin.access_admin",
        *_more_staff_rights,
        permissions.EDIT_SHARED_FIELDS,
        *map(permissions.translate, content_languages()),
        *map(permissions.edit_slug, content_languages()),
        *(
            right
            for model in models
            for right in _rights_on(model._meta.label_lower, *verbs)
        ),
    ]


def _rights_on(label, *verbs):
    app_label, model_name = label.split(".")
    return [f"{app_label}.{verb}_{model_name}" for verb in verbs]


def make_groups_on_post_migrate(using, plan=None, **kwargs):
    """Make the groups once the database has all its tables; a partial migrate leaves them for later."""
    if plan is None or _is_fully_migrated(using):
        make_groups()


def _is_fully_migrated(using):
    executor = MigrationExecutor(connections[using])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


@transaction.atomic
def make_groups():
    """Make the rights and groups that are missing, and give each group the rights that are new.

    A right that an administrator took away from a group stays away: a group that stood
    before is given only the rights that did not exist yet.
    """
    home = _home_page_id()
    if home is None:
        return
    known = set(Permission.objects.values_list("pk", flat=True))
    make_permissions()
    for role in roles():
        group, created = Group.objects.get_or_create(name=role.name)
        rights = _permissions(role.rights)
        if created:
            _equip(group, role, home)
        else:
            rights = [permission for permission in rights if permission.pk not in known]
        group.permissions.add(*rights)


def make_permissions():
    """Make a right for each language, beside those that Django makes for the models."""
    for app_config in apps.get_app_configs():
        create_permissions(app_config, verbosity=0)
    create_extra_permissions(apps.get_app_config("wagtailsnippets"), verbosity=0)
    content_type = ContentType.objects.get_for_model(apps.get_model("core.SitePage"))
    with override(None):
        # What is stored does not hang on the language that happens to be active.
        names = permission_names()
    for right, name in names.items():
        codename = right.partition(".")[2]
        Permission.objects.get_or_create(
            content_type=content_type, codename=codename, defaults={"name": name}
        )


def permission_names() -> dict[str, str]:
    """Return the rights this site adds, with their names in the current language."""
    names = {
        permissions.EDIT_SHARED_FIELDS: gettext(
            "Can edit fields shared by all languages"
        )
    }
    for language in content_languages():
        label = {"language": native_name(language)}
        names[permissions.translate(language)] = (
            gettext("Can write texts in %(language)s") % label
        )
        names[permissions.edit_slug(language)] = (
            gettext("Can change addresses in %(language)s") % label
        )
    return names


def _home_page_id():
    """Return the id of the home page, reading no column that a new language may still lack."""
    pages = apps.get_model("core.SitePage").objects
    homes = pages.filter(sites_rooted_here__is_default_site=True, depth__gt=1)
    return homes.values_list("pk", flat=True).first()


def _permissions(rights):
    wanted = set(rights)
    return [
        permission
        for permission in Permission.objects.select_related("content_type")
        if f"{permission.content_type.app_label}.{permission.codename}" in wanted
    ]


def _equip(group, role, home):
    for verb in role.on_pages:
        GroupPagePermission.objects.create(
            group=group, page_id=home, permission_type=verb
        )
    root = Collection.get_first_root_node()
    for permission in _permissions(role.on_collections):
        GroupCollectionPermission.objects.create(
            group=group, collection=root, permission=permission
        )
    if role.name == STAFF:
        _replace_stock_groups(group)


def _replace_stock_groups(staff):
    """Let the staff approve pages, and take away Wagtail's own groups, which may write in no language."""
    for task in GroupApprovalTask.objects.filter(groups__name__in=STOCK_GROUPS):
        task.groups.add(staff)
    for model in (Workflow, Task):
        model.objects.filter(name=STOCK_WORKFLOW).update(name=WORKFLOW)
    Group.objects.filter(name__in=STOCK_GROUPS, user__isnull=True).delete()
