"""What the ground floor adds to the admin."""

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.admin_texts import say_in_each_language
from core.document_links import measure_links_to_documents
from core.edit_views import SitePageViewSet
from core.groups import permission_names
from core.image_views import DescribedImagesMenuItem, image_urls
from core.links import keep_queries_of_links
from core.models import SitePage, SiteSettings
from core.moving import refuse_bulk_move
from core.page_listing import icon_templates
from core.typography_views import TypographyReportView, announce_remarks
from core.viewsets import SiteSettingsPermissionPolicy, SiteSettingsViewSet

say_in_each_language()
register_permission_policy(SiteSettings, SiteSettingsPermissionPolicy(SiteSettings))
register_snippet(SiteSettingsViewSet)


@hooks.register("register_admin_viewset")
def register_site_page_viewset():
    return SitePageViewSet()


@hooks.register("register_permissions")
def show_our_permissions():
    """Let administrators give our rights to groups of their own."""
    codenames = [right.partition(".")[2] for right in permission_names()]
    return Permission.objects.filter(
        content_type__app_label="core", codename__in=codenames
    )


@hooks.register("before_convert_alias_page")
def deny_conversion_to_translators(request, page):
    """Keep an alias an alias for whoever may not add pages; Wagtail asks only for the right to edit."""
    if not page.permissions_for_user(request.user).can_change_tree():
        raise PermissionDenied


@hooks.register("before_bulk_action")
def check_addresses_of_moved_pages(request, action_type, objects, action):
    """Move several pages under the same conditions as one; Wagtail looks at one language only."""
    if action_type == "move" and issubclass(action.model, SitePage):
        section = action.cleaned_form.cleaned_data["chooser"]
        return refuse_bulk_move(request, objects, section)
    return None


@hooks.register("register_icons")
def register_icons_of_page_types(icons):
    """Give each page type the icon by which lists and forms show it."""
    return [*icons, *icon_templates()]


@hooks.register("insert_global_admin_css")
def add_admin_style():
    return format_html_join(
        "",
        '<link rel="stylesheet" href="{}">',
        (
            (versioned_static(f"core/admin/{name}.css"),)
            for name in ("languages", "conflicts", "listing", "room", "telephone")
        ),
    )


@hooks.register("insert_editor_js")
def add_editor_scripts():
    return format_html_join(
        "",
        '<script src="{}" defer></script>',
        (
            (versioned_static(f"core/admin/{name}.js"),)
            for name in ("languages", "autosave", "typography")
        ),
    )


# After Wagtail has registered its own rules for links.
hooks.register("register_rich_text_features", keep_queries_of_links, order=10)
hooks.register("register_rich_text_features", measure_links_to_documents, order=10)


@hooks.register("construct_help_menu")
def hide_news_of_wagtail(request, menu_items):
    """Leave out what is new in Wagtail: it concerns whoever runs the site, and is in English."""
    menu_items[:] = [
        item for item in menu_items if not item.name.startswith("whats-new")
    ]


# Before Wagtail's views of the same addresses.
@hooks.register("register_admin_urls", order=-1)
def urls_of_described_images():
    """Let whoever only describes images find their own form."""
    return image_urls


@hooks.register("register_admin_menu_item")
def described_images_menu_item():
    """List the images for those from whom Wagtail hides them."""
    return DescribedImagesMenuItem()


@hooks.register("register_admin_urls")
def typography_report_url():
    """Give the report on typography its address."""
    view = TypographyReportView.as_view()
    return [path("reports/typography/", view, name="typography_report")]


@hooks.register("register_reports_menu_item")
def typography_report_menu_item():
    """List the report on typography with the others."""
    return MenuItem(
        _("Typography"),
        reverse("typography_report"),
        name="typography",
        icon_name="openquote",
        order=1300,
    )


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def announce_typography_remarks(request, instance):
    """Tell whoever saved a text what could be better in it; the text is saved all the same."""
    announce_remarks(request, instance)
