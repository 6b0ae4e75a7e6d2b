package fr.accueil.language.extraction;

import java.util.List;

/// Which of several addresses or numbers is not refused: `pas le 06…`, `l'ancienne`, `celle-là je ne la lis plus`.
final class WrittenChoice {

    private static final List<String> OUTDATED =
            List.of("l ai plus", "la lis plus", "marche plus", "plus bon", "l ancien");

    private WrittenChoice() {}

    static <T> List<Mention<T>> standing(Words words, List<Mention<T>> all) {
        return all.stream()
                .filter(mention -> all.size() == 1 || !Choice.isRefused(words, mention) && !outdated(words, mention))
                .toList();
    }

    private static boolean outdated(Words words, Mention<?> mention) {
        return OUTDATED.stream().anyMatch(phrase -> words.contains(mention.to(), mention.to() + 7, phrase));
    }
}
