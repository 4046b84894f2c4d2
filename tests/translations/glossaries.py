"""A small glossary of the field, for tests."""

from translations.terms import Glossary, Term

WASTE_PICKER = Term(
    "waste-picker",
    {
        "fr": ("récupératrice·eur de matériaux",),
        "en": ("waste picker",),
        "es": ("recicladora", "recicladora de base"),
    },
    forbidden={"en": ("scavenger",), "fr": ("chiffonnière·ier",), "es": ("pepenador",)},
)
DOMESTIC_WORKER = Term(
    "domestic-worker",
    {
        "fr": ("travailleuse·eur domestique",),
        "en": ("domestic worker",),
        "es": ("trabajadora del hogar",),
    },
    forbidden={"en": ("servant", "domestic help")},
)
STREET_VENDOR = Term(
    "street-vendor",
    {
        "fr": ("vendeuse·eur de rue",),
        "en": ("street vendor",),
        "es": ("vendedora ambulante",),
    },
)
WORKER = Term(
    "worker",
    {"fr": ("travailleuse·eur",), "en": ("worker",), "es": ("trabajadora",)},
)
INFORMAL_ECONOMY = Term(
    "informal-economy",
    {
        "fr": ("économie informelle",),
        "en": ("informal economy",),
        "es": ("economía informal",),
    },
    forbidden={"en": ("shadow economy",)},
)
HEALTH_ORGANIZATION = Term("who", {"fr": ("OMS",), "en": ("WHO",), "es": ("OMS",)})
STREETNET = Term("streetnet", {"fr": ("StreetNet International",)}, is_kept=True)
# It has no Spanish yet.
STIPEND = Term("stipend", {"fr": ("allocation",), "en": ("stipend",)})

GLOSSARY = Glossary(
    [
        WASTE_PICKER,
        DOMESTIC_WORKER,
        STREET_VENDOR,
        WORKER,
        INFORMAL_ECONOMY,
        HEALTH_ORGANIZATION,
        STREETNET,
        STIPEND,
    ]
)
