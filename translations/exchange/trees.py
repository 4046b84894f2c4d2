"""Reads XML that strangers wrote: no entities, no depth, and a line number for each element."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler, ErrorHandler, feature_namespaces
from xml.sax.xmlreader import InputSource

from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser
from django.utils.translation import gettext as _

from translations.exchange.deliveries import ExchangeError, Limits

XML = "http://www.w3.org/XML/1998/namespace"


@dataclass
class Element:
    """An element, its attributes, and the texts and elements in it."""

    name: str
    namespace: str
    line: int
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def all(self, name: str) -> list["Element"]:
        """Return the elements of that name right in this one."""
        return [child for child in self.elements if child.name == name]

    def first(self, name: str) -> "Element | None":
        return next(iter(self.all(name)), None)

    @property
    def elements(self) -> list["Element"]:
        return [
            child
            for child in self.children
            if isinstance(child, Element) and child.namespace == self.namespace
        ]

    def descendants(self) -> Iterator["Element"]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.descendants()

    @property
    def text(self) -> str:
        """All words in it, whatever is around them."""
        return "".join(
            child if isinstance(child, str) else child.text for child in self.children
        )


def read_xml(content: bytes, limits: Limits) -> Element:
    """Return the root of an XML file, or an ExchangeError that says what is wrong in which line."""
    builder = _Builder(limits)
    parser = DefusedExpatParser(namespaceHandling=1, forbid_dtd=True)
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(builder)
    parser.setErrorHandler(ErrorHandler())
    source = InputSource()
    source.setByteStream(BytesIO(content))
    try:
        parser.parse(source)
    except DefusedXmlException as error:
        raise ExchangeError(
            _(
                "The file declares a document type or entities, which could be used for an attack. Export the file again, without them."
            )
        ) from error
    except SAXParseException as error:
        raise _not_xml(error.getLineNumber(), error.getMessage()) from error
    except (LookupError, ValueError) as error:
        # The first line names an encoding that Python does not know, or not for XML.
        raise _not_xml(1, error) from error
    return builder.root


def _not_xml(line, reason):
    return ExchangeError(
        _(
            "Line %(line)d: this is not XML (%(error)s). Open the file in your translation tool and save it again."
        )
        % {"line": line, "error": reason}
    )


class _Builder(ContentHandler):
    """Builds the tree, and stops where it gets deeper than any file of ours."""

    def __init__(self, limits):
        super().__init__()
        self.limits = limits
        self.open: list[Element] = []
        self.root: Element | None = None

    def startElementNS(self, name, qname, attrs):
        line = self._locator.getLineNumber()
        if len(self.open) >= self.limits.depth:
            raise ExchangeError(
                _(
                    "Line %(line)d: elements are nested more than %(depth)d deep. Export the file again."
                )
                % {"line": line, "depth": self.limits.depth}
            )
        namespace, local = name
        attributes = {
            _attribute_name(key): value for key, value in dict(attrs.items()).items()
        }
        element = Element(local, namespace or "", line, attributes)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def endElementNS(self, name, qname):
        element = self.open.pop()
        element.children = list(_with_joined_words(element.children))

    def characters(self, content):
        # In pieces, because adding to a long text again and again takes forever.
        self.open[-1].children.append(content)


def _with_joined_words(children):
    for are_words, group in groupby(children, key=lambda child: isinstance(child, str)):
        if are_words:
            yield "".join(group)
        else:
            yield from group


def _attribute_name(key):
    namespace, local = key
    if namespace == XML:
        return f"xml:{local}"
    return f"{{{namespace}}}{local}" if namespace else local
