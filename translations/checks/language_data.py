"""What the checks know about single languages; a language without an entry is not judged by it.

Months and the marks inside numbers come from the Unicode locale data, for all languages.
"""

# Frequent words that tell a language from the others.
STOP_WORDS = {
    "fr": "à au aux avec c’est ce ces cette dans de des du elle elles en est et il ils "
    "je la le les leur leurs mais ne nos notre nous on ou où par pas plus pour que qui "
    "sa se ses si son sont sur un une vos votre vous été être",
    "en": "a about all an and are as at be been but by can do for from has have he her "
    "his how if in into is it its more not of on or our she so such than that the their "
    "them there these they this those to up was we were what when which who will with "
    "would you your",
    "es": "a al como con cuando de del donde el ella en entre era es esta este esto "
    "están fue ha han hay la las le les lo los más me mi muy no nos nuestra nuestro o "
    "para pero por porque que qué se según ser si sin sobre son su sus también un una "
    "unas unos usted y ya",
}

# Letters that betray another language.
FOREIGN_LETTERS = {
    "fr": "ñáíóú¿¡",
    "en": "àâçèéêëîïñóôùúûœáí¿¡",
    "es": "àâçèêëîïôùûœ",
}

# Words that may rightly follow themselves: "vous vous trompez".
VALID_DOUBLES = {
    "fr": {"nous", "vous"},
    "en": {"had", "that"},
}

# Languages in whose numbers both marks are used both ways, by country.
NUMBER_LOCALES = {"es": ("es", "es_419")}

NUMBER_WORDS = {
    "fr": {
        "0": "zéro aucun aucune",
        "1": "un une premier première",
        "2": "deux deuxième second seconde double",
        "3": "trois troisième triple",
        "4": "quatre quatrième",
        "5": "cinq cinquième",
        "6": "six sixième",
        "7": "sept septième",
        "8": "huit huitième",
        "9": "neuf neuvième",
        "10": "dix dixième dizaine décennie",
        "11": "onze onzième",
        "12": "douze douzième douzaine",
        "13": "treize",
        "14": "quatorze",
        "15": "quinze quinzaine",
        "16": "seize",
        "17": "dix-sept",
        "18": "dix-huit",
        "19": "dix-neuf",
        "20": "vingt vingtième vingtaine",
        "30": "trente trentaine",
        "40": "quarante",
        "50": "cinquante moitié",
        "60": "soixante soixantaine",
        "70": "soixante-dix septante",
        "80": "quatre-vingt quatre-vingts",
        "90": "quatre-vingt-dix nonante",
        "100": "cent cents centaine siècle",
        "1000": "mille millier",
    },
    "en": {
        "0": "zero none no",
        "1": "one a an first once",
        "2": "two second twice double",
        "3": "three third triple",
        "4": "four fourth",
        "5": "five fifth",
        "6": "six sixth",
        "7": "seven seventh",
        "8": "eight eighth",
        "9": "nine ninth",
        "10": "ten tenth decade",
        "11": "eleven eleventh",
        "12": "twelve twelfth dozen",
        "13": "thirteen",
        "14": "fourteen fortnight",
        "15": "fifteen",
        "16": "sixteen",
        "17": "seventeen",
        "18": "eighteen",
        "19": "nineteen",
        "20": "twenty twentieth",
        "30": "thirty",
        "40": "forty",
        "50": "fifty half",
        "60": "sixty",
        "70": "seventy",
        "80": "eighty",
        "90": "ninety",
        "100": "hundred century",
        "1000": "thousand",
    },
    "es": {
        "0": "cero ningún ninguna",
        "1": "un uno una primer primero primera",
        "2": "dos segundo segunda doble",
        "3": "tres tercer tercero tercera triple",
        "4": "cuatro cuarto cuarta",
        "5": "cinco quinto quinta",
        "6": "seis sexto sexta",
        "7": "siete séptimo séptima",
        "8": "ocho octavo octava",
        "9": "nueve noveno novena",
        "10": "diez décimo décima decena década",
        "11": "once",
        "12": "doce docena",
        "13": "trece",
        "14": "catorce",
        "15": "quince quincena",
        "16": "dieciséis",
        "17": "diecisiete",
        "18": "dieciocho",
        "19": "diecinueve",
        "20": "veinte veintena",
        "21": "veintiún veintiuno veintiuna",
        "22": "veintidós",
        "23": "veintitrés",
        "24": "veinticuatro",
        "25": "veinticinco",
        "26": "veintiséis",
        "27": "veintisiete",
        "28": "veintiocho",
        "29": "veintinueve",
        "30": "treinta",
        "40": "cuarenta",
        "50": "cincuenta mitad",
        "60": "sesenta",
        "70": "setenta",
        "80": "ochenta",
        "90": "noventa",
        "100": "cien ciento siglo",
        "1000": "mil millar",
    },
}

# How many zeros a word after a number stands for; the longer phrase comes first.
SCALES = {
    "fr": {"milliards?": 9, "millions?": 6, "billions?": 12, "mille": 3, "milliers": 3},
    "en": {
        "billions?": 9,
        "bn": 9,
        "millions?": 6,
        "trillions?": 12,
        "thousand": 3,
    },
    "es": {
        "mil millones": 9,
        "millón": 6,
        "millones": 6,
        "billón": 12,
        "billones": 12,
        "mil": 3,
        "miles": 3,
    },
}

# What stands before a decade, and what behind it: `années 1990`, `1990s`.
DECADE_WORDS = {"fr": ("années", ""), "en": ("", "s"), "es": ("años", "")}

PERCENT_WORDS = {
    "fr": "pour cent|pour-cent|p\\. 100|points? de pourcentage",
    "en": "per cent|percent|percentage points?",
    "es": "por ciento|puntos? porcentual(?:es)?",
}

# Names of months that the locale data do not have.
OTHER_MONTHS = {"es": {"setiembre": 9}}

# A month whose name has other meanings counts as one only beside a number.
AMBIGUOUS_MONTHS = {"fr": {"mars"}, "en": {"march", "may"}}

# What a currency is called after a number; the first of each line is its name here.
CURRENCY_WORDS = {
    "$": r"\$|[A-Z]{2,3}\$|USD|CAD|AUD|dollars?|dólar(?:es)?",
    "€": r"€|EUR|euros?",
    "£": r"£|GBP|pounds?(?: sterling)?|livres? sterling|libras?(?: esterlinas?)?",
    "¥": r"¥|JPY|CNY|yens?|yenes|yuans?",
    "₹": r"₹|INR|Rs\.?|rupees?|roupies?|rupias?",
    "R": r"ZAR|rands?",
    "CHF": r"CHF|francs? suisses?|Swiss francs?|francos? suizos?",
    "XOF": r"XOF|FCFA|francs? CFA|CFA francs?|francos? CFA",
    "peso": r"MXN|COP|ARS|CLP|pesos?",
    "kr": r"SEK|NOK|DKK|couronnes?|kronor|kroner|coronas?",
}

# A mark that opens a sentence, and the mark that must close it.
INVERTED_MARKS = {"es": {"¿": "?", "¡": "!"}}
