package fr.accueil.router.understanding;

import fr.accueil.router.french.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plain words that show an intent. Only the clear cases: what it does not see is read as a question.
final class Cues {

    private static final Phrases INTENTS = Phrases.of("intents.txt");
    private static final Phrases LANGUAGES = Phrases.of("languages.txt");

    /// Whoever says one of these wants it, whatever else stands in the message: the first found counts.
    private static final List<Intent> ALWAYS = List.of(Intent.OPT_OUT, Intent.HUMAN, Intent.COMPLAINT);

    /// These give way to a FAQ that settles the question.
    private static final List<Intent> ACTIONS = List.of(Intent.CANCEL_BOOKING, Intent.BOOKING, Intent.QUOTE);

    private Cues() {}

    static Optional<Intent> overriding(List<String> words) {
        return INTENTS.consistsOf(Set.of("STOP_WORD"), words) ? Optional.of(Intent.OPT_OUT) : first(ALWAYS, words);
    }

    static Optional<Intent> action(List<String> words) {
        return first(ACTIONS, words);
    }

    /// Greetings and thanks, when nothing else is in the message.
    static Optional<Intent> courtesy(List<String> words) {
        var polite = Set.of(Intent.GREETING.name(), Intent.THANKS.name(), "POLITE");
        if (!INTENTS.consistsOf(polite, words)) {
            return Optional.empty();
        }
        return first(List.of(Intent.THANKS, Intent.GREETING), words);
    }

    static Language language(List<String> words) {
        return count("ENGLISH", words) > count("FRENCH", words) ? Language.ENGLISH : Language.FRENCH;
    }

    private static long count(String language, List<String> words) {
        return words.stream()
                .filter(word -> LANGUAGES.shows(language, List.of(word)))
                .count();
    }

    private static Optional<Intent> first(List<Intent> intents, List<String> words) {
        return intents.stream()
                .filter(intent -> INTENTS.shows(intent.name(), words))
                .findFirst();
    }
}
