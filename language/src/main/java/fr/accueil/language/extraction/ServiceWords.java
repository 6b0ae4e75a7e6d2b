package fr.accueil.language.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words of a label or a message that may tell a service: what follows `sans` does not.
final class ServiceWords {

    private static final Set<String> EMPTY = Set.of(
            "de",
            "des",
            "du",
            "la",
            "le",
            "les",
            "un",
            "une",
            "et",
            "ou",
            "en",
            "pour",
            "avec",
            "sur",
            "dans",
            "aux",
            "au",
            "par",
            "min",
            "minutes",
            "plus",
            "ans",
            "heure",
            "simple",
            "forfait",
            "seance",
            "prestation",
            "recherche",
            "service",
            "type",
            "moins",
            "the",
            "and",
            "of",
            "for",
            "tout",
            "toute",
            "tous",
            "petit",
            "grand",
            "intervention",
            "travaux",
            "avant",
            "apres",
            "son",
            "sa",
            "ses",
            "mon",
            "ma",
            "mes",
            "votre",
            "superieure",
            "interieure",
            "interieur",
            "exterieur",
            "exterieure",
            "domicile",
            "soin",
            "beaute",
            "demi",
            "eau",
            "claquee",
            "entieres",
            "entier",
            "general",
            "generale");

    private ServiceWords() {}

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        int silent = 0;
        for (var token : Words.of(text.replace('_', ' ')).tokens()) {
            boolean breaks = token.kind() == Token.Kind.MARK;
            silent = breaks ? 0 : Math.max(0, silent - 1);
            if (token.folded().equals("sans")) {
                silent = 4;
            } else if (!breaks && silent == 0) {
                words.addAll(List.of(token.folded().split(" ")));
            }
        }
        return words;
    }

    static boolean isEmpty(String word) {
        return word.length() < 3 || EMPTY.contains(word) || Character.isDigit(word.charAt(0));
    }
}
