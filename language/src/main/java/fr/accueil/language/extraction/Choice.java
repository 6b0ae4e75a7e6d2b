package fr.accueil.language.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which of several values in a message is meant: refused ones are out, and after a correction the last said counts.
final class Choice {

    private static final Set<String> FILLERS = Set.of(
            "le",
            "la",
            "les",
            "l",
            "ce",
            "cet",
            "cette",
            "a",
            "au",
            "du",
            "de",
            "pour",
            "vers",
            "d",
            "en",
            "possible",
            "dispo",
            "libre",
            "c",
            "est",
            "avec",
            "dans",
            "§");
    private static final Set<String> REFUSALS = Set.of("pas", "sauf", "ni", "hors", "excepte", "except", "jamais");
    private static final Set<String> NO_REFUSAL_AFTER = Set.of("pourquoi", "sais", "sait", "know", "si", "ou");

    private static final List<String> IMPOSSIBLE = List.of(
            "impossible",
            "pas possible",
            "peux pas",
            "peu pas",
            "peut pas",
            "pourrai pas",
            "pourrais pas",
            "pas dispo",
            "pas libre",
            "mort",
            "marche pas",
            "arrange pas",
            "convient pas",
            "va pas",
            "pas la",
            "absent",
            "absente",
            "can t",
            "cannot",
            "pas moyen",
            "pris",
            "prise",
            "non plus",
            "complique",
            "puedo");

    private static final List<String> BUSY = List.of(
            "travaille",
            "bosse",
            "termine",
            "finis",
            "fini",
            "rentre",
            "sors",
            "reprends",
            "pars",
            "kine",
            "cours",
            "piscine",
            "foot",
            "boulot",
            "reunion",
            "ecole",
            "conge",
            "vacances",
            "je suis pas",
            "j ai",
            "jai",
            "g");

    private static final Set<String> CORRECTIONS = Set.of(
            "non",
            "plutot",
            "finalement",
            "pardon",
            "desole",
            "enfin",
            "oups",
            "euh",
            "attends",
            "mince",
            "zut",
            "…",
            "...",
            "....",
            "..",
            "erreur",
            "sorry",
            "actually",
            "instead",
            "alors",
            "donc",
            "merde",
            "trompe",
            "trompee",
            "voulais",
            "correction",
            "fait",
            "mieux",
            "preference",
            "mejor",
            "perdon",
            "changement",
            "mettre",
            "decaler",
            "deplacer",
            "reporter",
            "repousser",
            "nn",
            "lieu",
            "change",
            "bah",
            "raison");

    private static final List<String> EITHER =
            List.of("ou", "et", "ou alors", "ou bien", "ou sinon", "et ou", "/", "-");

    private Choice() {}

    static <T> List<Mention<T>> standing(Words words, List<Mention<T>> all) {
        var left = new ArrayList<Mention<T>>();
        for (int k = 0; k < all.size(); k++) {
            int next = k + 1 < all.size() ? all.get(k + 1).from() : words.size();
            if (!isRefused(words, all.get(k)) && !isImpossible(words, all.get(k), next)) {
                left.add(all.get(k));
            }
        }
        var free = left.stream().filter(mention -> !isBusy(words, mention, all)).toList();
        return free.isEmpty() ? left : free;
    }

    /// The one meant among those that stand.
    static <T> @Nullable Mention<T> meant(Words words, List<Mention<T>> standing) {
        Mention<T> chosen = null;
        for (var mention : standing) {
            boolean corrected = chosen != null
                    && (hasCorrection(words, chosen.to(), mention.from())
                            || words.is(mention.to(), "plutot", "finalement")
                            || words.says(mention.to(), "en fait"));
            if (chosen == null || corrected) {
                chosen = mention;
            }
        }
        return chosen;
    }

    static boolean isEither(Words words, Mention<?> one, Mention<?> other) {
        int from = one.to();
        int to = other.from();
        while (from < to && words.is(from, ",")) {
            from++;
        }
        while (to > from && words.is(to - 1, "le", "la", "l", "a", "du", "au", ",", "dans", "vers")) {
            to--;
        }
        var between = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            between.add(words.read(i));
        }
        return EITHER.contains(String.join(" ", between));
    }

    static boolean isRefused(Words words, Mention<?> mention) {
        int i = mention.from() - 1;
        while (i >= 0 && words.in(i, FILLERS)) {
            i--;
        }
        if (words.says(i - 1, "plutot que") || words.says(i - 2, "au lieu de") || words.says(i - 1, "au lieu")) {
            return true;
        }
        return words.in(i, REFUSALS) && !words.in(i - 1, NO_REFUSAL_AFTER);
    }

    private static boolean isImpossible(Words words, Mention<?> mention, int next) {
        int end = mention.to();
        while (end < next && !words.is(end, ".", "!", ";", "?", "mais", "plutot", "par")) {
            end++;
        }
        int until = end;
        return IMPOSSIBLE.stream().anyMatch(phrase -> words.contains(mention.to(), until, phrase));
    }

    private static boolean isBusy(Words words, Mention<?> mention, List<? extends Mention<?>> all) {
        if (words.in(mention.from() - 1, CORRECTIONS) || words.in(mention.from() - 2, CORRECTIONS)) {
            return false;
        }
        int from = mention.from();
        while (from > 0
                && !words.isMark(from - 1)
                && !words.is(from - 1, "donc", "mais", "alors")
                && outside(from - 1, all)) {
            from--;
        }
        int to = mention.to();
        while (to < words.size() && !words.isMark(to) && !words.is(to, "donc", "mais", "alors") && outside(to, all)) {
            to++;
        }
        int start = from;
        int end = to;
        return BUSY.stream().anyMatch(phrase -> words.contains(start, end, phrase));
    }

    private static boolean outside(int i, List<? extends Mention<?>> all) {
        return all.stream().noneMatch(mention -> mention.from() <= i && i < mention.to());
    }

    private static boolean hasCorrection(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.in(i, CORRECTIONS) && !words.is(i + 1, "que")) {
                return true;
            }
        }
        return false;
    }
}
