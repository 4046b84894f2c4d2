"""What the admin's reports and lists export holds no formula."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from tests.admin.people import make_superuser, signed_in
from tests.factories import make_content_page

pytestmark = pytest.mark.django_db

REPORTS = ["site_history", "aging_pages", "locked_pages"]


def exported(url) -> str:
    response = signed_in(make_superuser()).get(url, {"export": "csv"})
    return b"".join(response.streaming_content).decode("utf-8-sig")


@pytest.mark.parametrize("report", REPORTS)
def test_no_report_of_wagtail_exports_a_formula(report):
    page = make_content_page(title_fr="=SUM(A1)")
    page.locked = True
    page.save_revision(log_action=True).publish()

    content = exported(reverse(f"wagtailadmin_reports:{report}"))

    assert "'=SUM(A1)" in content
    assert ",=SUM(A1)" not in content


def test_the_list_of_redirects_exports_no_formula():
    Redirect.objects.create(old_path="/ancien", redirect_link="=SUM(A1)")

    content = exported(reverse("wagtailredirects:index"))

    assert "'=SUM(A1)" in content
