import base64
import hashlib
import re

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from wiego_site.content_policy import ContentPolicyMiddleware

POLICY = "Content-Security-Policy"


def policy_for(html, path="/fr/", **headers):
    response = HttpResponse(html, headers=headers)
    request = RequestFactory().get(path)
    return ContentPolicyMiddleware(lambda _request: response)(request).headers.get(
        POLICY
    )


def source(style: str) -> str:
    digest = hashlib.sha256(style.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@pytest.mark.django_db
def test_home_page_allows_its_own_styles_and_no_inline_script(client):
    response = client.get("/fr/")

    style = re.search("<style>(.*?)</style>", response.content.decode(), re.DOTALL)[1]
    assert f"style-src 'self' {source(style)};" in response.headers[POLICY]
    assert "default-src 'self';" in response.headers[POLICY]
    assert "unsafe" not in response.headers[POLICY]


def test_style_that_comes_after_the_first_is_not_allowed():
    policy = policy_for("<style>a{}</style><p><style>b{}</style>")

    assert source("a{}") in policy
    assert source("b{}") not in policy


def test_page_without_styles_of_its_own_allows_none():
    assert "style-src 'self';" in policy_for("<p>")


@pytest.mark.django_db
def test_admin_runs_its_own_scripts_but_stands_in_no_foreign_frame(client):
    response = client.get("/admin/login/")

    assert "script-src" not in response.headers[POLICY]
    assert "frame-ancestors 'self'" in response.headers[POLICY]


def test_view_may_have_a_policy_of_its_own():
    assert policy_for("<p>", **{POLICY: "sandbox"}) == "sandbox"


def test_other_kinds_of_files_have_none():
    assert policy_for("a,b", **{"Content-Type": "text/csv"}) is None
