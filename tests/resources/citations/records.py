"""Documents that the tests cite."""

from resources.citations.record import ARTICLE, Author, Record

BONNET = Author("Bonnet", "Florence")
VANEK = Author("Vanek", "Joann")
CHEN = Author("Chen", "Martha")
ILO = Author(name="International Labour Organization")

BRIEF = Record(
    "brief",
    "Women and Men in the Informal Economy",
    language="en",
    authors=(BONNET, VANEK, CHEN),
    year=2019,
    month=1,
    series="WIEGO Statistical Brief",
    number="42",
    publisher="WIEGO",
    place="Manchester",
)
PAPER = Record(
    "paper",
    "Gender and informal livelihoods",
    kind=ARTICLE,
    language="en",
    authors=(Author("Ogando", "Ana Carolina"), Author("Rogan", "Jean-Paul")),
    year=2017,
    journal="Journal of Sociology",
    volume="37",
    number="7",
    pages="435–451",
    doi="10.1108/IJSSP-06-2016-0077",
)
HOSTILE = "x}\n@book{evil, title={\r\nER  - \r\nTY  - BOOK <script>alert(1)</script> \\input{y} % $ & # _ ~ ^"
