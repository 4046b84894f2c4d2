import gzip

import brotli
import pytest
from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from wiego_site.compression import PublicPageCompressionMiddleware, accepted_coding

PAGE = "<p>Les travailleuses et travailleurs de l’économie informelle.</p>" * 40


def respond(content=PAGE, accept="gzip, deflate, br", cookies=None, **headers):
    request = RequestFactory().get("/fr/", headers={"Accept-Encoding": accept})
    request.COOKIES.update(cookies or {})
    response = HttpResponse(content, headers=headers)
    return PublicPageCompressionMiddleware(lambda _request: response)(request)


def test_page_goes_out_in_brotli_to_those_who_take_it():
    response = respond()

    assert response.headers["Content-Encoding"] == "br"
    assert brotli.decompress(response.content).decode() == PAGE
    assert int(response.headers["Content-Length"]) == len(response.content)


def test_page_goes_out_in_gzip_to_the_others():
    response = respond(accept="gzip")

    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).decode() == PAGE


@pytest.mark.parametrize("accept", ["", "identity", "br;q=0, gzip;q=0.000"])
def test_page_goes_out_as_it_is_where_nothing_else_is_taken(accept):
    response = respond(accept=accept)

    assert "Content-Encoding" not in response.headers
    assert response.content.decode() == PAGE


def test_caches_are_told_that_the_coding_varies():
    assert "Accept-Encoding" in respond().headers["Vary"]
    assert "Accept-Encoding" in respond(accept="").headers["Vary"]


def test_page_of_a_signed_in_person_is_not_compressed():
    response = respond(cookies={settings.SESSION_COOKIE_NAME: "abc"})

    assert "Content-Encoding" not in response.headers


def test_page_that_signs_a_person_in_is_not_compressed():
    def view(_request):
        response = HttpResponse(PAGE)
        response.set_cookie(settings.SESSION_COOKIE_NAME, "abc")
        return response

    request = RequestFactory().get("/", headers={"Accept-Encoding": "br"})
    response = PublicPageCompressionMiddleware(view)(request)

    assert "Content-Encoding" not in response.headers


def test_image_is_not_compressed_again():
    response = respond(**{"Content-Type": "image/webp"})

    assert "Content-Encoding" not in response.headers


def test_short_answer_stays_as_it_is():
    assert "Content-Encoding" not in respond(content="OK").headers


def test_stream_goes_on_as_it_comes():
    response = StreamingHttpResponse([PAGE], content_type="text/html")
    request = RequestFactory().get("/", headers={"Accept-Encoding": "br"})
    response = PublicPageCompressionMiddleware(lambda _request: response)(request)

    assert b"".join(response.streaming_content).decode() == PAGE


def test_strong_etag_becomes_weak():
    assert respond(ETag='"abc"').headers["ETag"] == 'W/"abc"'


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip, br", "br"),
        ("BR", "br"),
        ("br;q=0.1, gzip", "br"),
        ("br; q=0, gzip", "gzip"),
        ("deflate, gzip;q=1.0", "gzip"),
        ("zstd", ""),
        (",,;;q=", ""),
    ],
)
def test_best_coding_is_chosen(header, coding):
    assert accepted_coding(header) == coding
