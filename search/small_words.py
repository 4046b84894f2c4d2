"""Words that say nothing of what is looked for: `comment puis-je …`, `how do I …`."""

from functools import cache

from core.stems import folded
from translations.inflections import conjunctions, small_words

# Beside those that may come and go within a term.
ASKING = {
    "en": "am and are as be been by can could do does for from has have how i if into is it "
    "its me my no not on our so than that their them there they this to us was we were what "
    "when where which who whom whose why will with would you your",
    "fr": "ai a as avec avez avons c ce ces cet cette ceux chez comment dans dois doit "
    "donc elle elles est et être eux faire fait ici il ils j je leur leurs ma mais me mes "
    "moi mon n ne nos notre nous on ont ou où par pas peut peux plus pour pourquoi puis qu "
    "quand que quel quelle quelles quels qui quoi s sa se ses si son sont sur ta te tes toi "
    "ton tu un une vos votre vous y",
    "es": "como con cual cuales cuando cuanto de donde e ella ellas ellos es esa ese eso esta "
    "este esto fue ha han hay he i la le les lo los me mi mis ni no nos o os para pero por "
    "porque puede puedo que quien quienes se ser si sin sobre son su sus te tengo tu un una "
    "uno y ya yo",
}


def is_small(word: str, language: str) -> bool:
    """Tell whether `word` on its own says nothing of what is looked for."""
    return folded(word) in _small(language.split("-")[0])


@cache
def _small(language):
    words = ASKING.get(language, "").split()
    return {
        folded(word)
        for word in {*words, *small_words(language), *conjunctions(language)}
    }
