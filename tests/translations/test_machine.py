"""Machine translation, with a stand-in for the services on this machine."""

import socket

import pytest
from django.core import checks as django_checks

from tests.translations.translation_server import running
from translations.machine import protocol
from translations.machine.checks import check_machine_translation
from translations.machine.deepl import FREE_URL, PAID_URL, DeepL
from translations.machine.libretranslate import LibreTranslate
from translations.machine.services import machine_suggestions
from translations.units import Kind, Unit


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def server():
    with running() as server:
        yield server


@pytest.fixture
def pauses():
    return []


@pytest.fixture
def libretranslate(server, pauses):
    return LibreTranslate.at(server.url, "a-key", sleep=pauses.append)


@pytest.fixture
def deepl(server, pauses):
    return DeepL.at(server.url, "a-key:fx", sleep=pauses.append)


def unit(source, key="a", **fields):
    fields = {"kind": Kind.PLAIN, "source_language": "en", **fields}
    fields = {"label": "Text", "target_language": "es", **fields}
    return Unit(key=key, source=source, **fields)


def test_libretranslate_is_asked_as_it_wants(server, libretranslate):
    answers = libretranslate.translate(["<p>One</p>", "<p>Two</p>"], "en", "es", True)

    assert answers == ["<p>One</p> (es)", "<p>Two</p> (es)"]
    [request] = server.requests
    assert request["path"] == "/translate"
    assert request["body"] == {
        "q": ["<p>One</p>", "<p>Two</p>"],
        "source": "en",
        "target": "es",
        "format": "html",
        "api_key": "a-key",
    }


def test_deepl_is_asked_as_it_wants(server, deepl):
    answers = deepl.translate(["<p>Un</p>"], "fr", "en", True)

    assert answers == ["<p>Un</p> (EN-GB)"]
    [request] = server.requests
    assert request["path"] == "/v2/translate"
    assert request["headers"]["Authorization"] == "DeepL-Auth-Key a-key:fx"
    assert request["body"] == {
        "text": ["<p>Un</p>"],
        "source_lang": "FR",
        "target_lang": "EN-GB",
        "formality": "prefer_more",
        "tag_handling": "html",
    }


def test_a_plain_text_is_sent_as_such(server, deepl, libretranslate):
    deepl.translate(["a < b"], "fr", "es", False)
    libretranslate.translate(["a < b"], "fr", "es", False)

    assert "tag_handling" not in server.requests[0]["body"]
    assert server.requests[1]["body"]["format"] == "text"


def test_a_key_of_deepl_says_where_it_is_good():
    assert DeepL.at("", "a-key:fx").client.url == f"{FREE_URL}/v2/translate"
    assert DeepL.at("", "a-key").client.url == f"{PAID_URL}/v2/translate"


def test_many_texts_go_in_several_requests_and_come_back_in_order(server, deepl):
    texts = [f"Text {number}" for number in range(120)]

    answers = deepl.translate(texts, "fr", "es", False)

    assert answers == [f"{text} (ES)" for text in texts]
    assert [len(request["body"]["text"]) for request in server.requests] == [50, 50, 20]


def test_long_texts_share_no_request_that_would_be_too_large(server, deepl):
    deepl.translate(["é" * 50_000] * 3, "fr", "es", False)

    assert len(server.requests) == 3


def test_a_text_that_no_request_can_hold_is_not_sent(server, deepl):
    with pytest.raises(protocol.TextTooLong):
        deepl.translate(["é" * 100_000], "fr", "es", False)

    assert server.requests == []


def test_empty_texts_are_not_sent(server, libretranslate):
    assert libretranslate.translate(["", " ", "One"], "en", "es", False) == [
        "",
        " ",
        "One (es)",
    ]
    assert libretranslate.translate([], "en", "es", False) == []
    assert [request["body"]["q"] for request in server.requests] == [["One"]]


@pytest.mark.parametrize("status", [429, 500, 503, 529])
def test_a_busy_service_is_asked_again_each_time_later(server, deepl, pauses, status):
    server.instead = [status, status]

    assert deepl.translate(["Un"], "fr", "es", False) == ["Un (ES)"]
    assert pauses == [0.5, 1.0]


def test_a_service_that_says_when_to_come_back_is_obeyed_within_reason(
    server, deepl, pauses
):
    server.instead = [(429, {"Retry-After": "2"}), (429, {"Retry-After": "3600"})]

    deepl.translate(["Un"], "fr", "es", False)

    assert pauses == [2, 5]


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, protocol.RequestRefused),
        (401, protocol.KeyRefused),
        (403, protocol.KeyRefused),
        (404, protocol.RequestRefused),
        (413, protocol.TextTooLong),
        (429, protocol.TooManyRequests),
        (456, protocol.QuotaUsedUp),
        (503, protocol.NotReachable),
        ((302, {"Location": "http://127.0.0.1:9/"}), protocol.RequestRefused),
    ],
)
def test_each_refusal_has_a_name_and_a_sentence(server, deepl, status, error):
    server.instead = [status] * 3

    with pytest.raises(error) as raised:
        deepl.translate(["Un"], "fr", "es", False)

    assert type(raised.value) is error
    assert "hush" in raised.value.detail and "hush" not in str(raised.value.sentence)
    assert "a-key" not in raised.value.detail


def test_what_cannot_succeed_is_tried_once(server, deepl, pauses):
    server.instead = [403]

    with pytest.raises(protocol.KeyRefused):
        deepl.translate(["Un"], "fr", "es", False)

    assert (len(server.requests), pauses) == (1, [])


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"translations": "x", "translatedText": "x"}',
        b'{"translations": [], "translatedText": []}',
        b'{"translations": [{}], "translatedText": [null]}',
        b'{"translations": [3], "translatedText": [3]}',
        b'{"translations": [{"text": "a"}, {"text": "b"}], "translatedText": ["a", "b"]}',
        b"[" * 100_000,
    ],
)
def test_an_answer_that_is_no_translation_is_refused(
    server, deepl, libretranslate, answer
):
    for service in (deepl, libretranslate):
        server.instead = [answer]
        with pytest.raises(protocol.UnusableAnswer):
            service.translate(["Un"], "fr", "es", False)


def test_a_service_that_is_not_there_is_not_waited_for():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"

        with pytest.raises(protocol.NotReachable):
            LibreTranslate.at(url).translate(["Un"], "fr", "es", False)


def test_a_service_that_does_not_answer_is_left_after_a_while():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"

        with pytest.raises(protocol.NotReachable):
            LibreTranslate.at(url, timeout=0.1).translate(["Un"], "fr", "es", False)


def test_there_are_no_suggestions_unless_a_service_is_named(settings):
    assert settings.MACHINE_TRANSLATION == ""
    assert machine_suggestions([unit("Workers")]) == []


def test_units_of_all_languages_and_kinds_get_suggestions_and_keep_their_targets(
    settings, server
):
    settings.MACHINE_TRANSLATION = "libretranslate"
    settings.MACHINE_TRANSLATION_URL = server.url
    units = [
        unit("Workers", "a", target="Trabajadoras"),
        unit("<p>Workers</p>", "b", kind=Kind.RICH),
        unit("Ouvrières", "c", source_language="fr", target_language="en"),
        unit(" ", "d"),
    ]

    suggested = machine_suggestions(units)

    assert [(found.key, found.target) for found in suggested] == [
        ("a", "Workers (es)"),
        ("b", "<p>Workers</p> (es)"),
        ("c", "Ouvrières (en)"),
    ]
    assert {found.service for found in suggested} == {"LibreTranslate"}
    assert units[0].target == "Trabajadoras"


def test_a_machine_adds_no_tag_to_a_rich_text(settings, server):
    settings.MACHINE_TRANSLATION = "libretranslate"
    settings.MACHINE_TRANSLATION_URL = server.url
    source = '<p>Read <a linktype="page" id="3">this</a><br/></p>'
    server.instead = [
        b'{"translatedText": ["<p onclick=\\"x()\\"><p>Lea <a id=\\"3\\" linktype=\\"page\\">'
        b'esto</a><br/><a href=\\"http://x\\">y</a></p><script>x</script> 1 < 2"]}'
    ]

    [found] = machine_suggestions([unit(source, kind=Kind.RICH)])

    assert found.target == (
        '<p>Lea <a id="3" linktype="page">esto</a><br/>y</p>x 1 &lt; 2'
    )


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"": "google"}, "translations.E101"),
        ({"": "libretranslate"}, "translations.E102"),
        ({"": "libretranslate", "_URL": "ftp://x"}, "translations.E102"),
        ({"": "libretranslate", "_URL": "http://[x"}, "translations.E102"),
        ({"": "libretranslate", "_URL": "http://x.org"}, "translations.W101"),
        ({"": "deepl"}, "translations.E103"),
        ({"": "deepl", "_KEY": "k", "_FORMALITY": "rude"}, "translations.E104"),
    ],
)
def test_wrong_settings_are_found_with_a_hint(settings, wrong, fault):
    for name, value in wrong.items():
        setattr(settings, f"MACHINE_TRANSLATION{name}", value)

    [found] = check_machine_translation(None)

    assert (found.id, bool(found.hint)) == (fault, True)


@pytest.mark.parametrize(
    "right",
    [
        {},
        {"": "deepl", "_KEY": "k", "_FORMALITY": "prefer_less"},
        {"": "libretranslate", "_URL": "http://localhost:5000"},
        {"": "libretranslate", "_URL": "https://translate.example.org", "_KEY": "k"},
    ],
)
def test_right_settings_pass(settings, right):
    for name, value in right.items():
        setattr(settings, f"MACHINE_TRANSLATION{name}", value)

    assert check_machine_translation in django_checks.registry.registry.get_checks()
    assert check_machine_translation(None) == []
