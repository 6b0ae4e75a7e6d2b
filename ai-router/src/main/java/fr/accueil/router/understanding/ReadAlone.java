package fr.accueil.router.understanding;

import fr.accueil.router.french.French;
import fr.accueil.router.knowledge.Answers;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.knowledge.FaqMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What a message is after by itself, whatever was said before: intent, FAQs, language.
final class ReadAlone {

    static final String ENGINE = "local";

    /// A FAQ this near settles a question even if it sounds like a request ("Puis-je annuler mon rendez-vous ?").
    private static final double SETTLED = 0.75;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[?!.\\n])\\s+");

    Reading read(FaqIndex faqs, String text) {
        var words = French.words(text);
        var language = Cues.language(words);
        var overriding = Cues.overriding(words);
        if (overriding.isPresent()) {
            return of(overriding.get(), language);
        }
        var answers = answers(faqs, text);
        var action = Cues.action(words);
        if (action.isPresent() && !settled(answers)) {
            return of(action.get(), language);
        }
        if (!answers.isEmpty()) {
            return new Reading(Intent.FAQ, leastSure(answers), answers, language, ENGINE);
        }
        return Cues.courtesy(words)
                .map(courtesy -> of(courtesy, language))
                .orElseGet(() -> unanswered(words, text, language));
    }

    /// Each question of the burst gets its FAQ. When one of them has none, the burst is read as one question.
    private static List<FaqMatch> answers(FaqIndex faqs, String text) {
        var found = new ArrayList<FaqMatch>();
        for (var part : parts(text)) {
            var match = Answers.find(faqs, part);
            if (match.isEmpty()) {
                return Answers.find(faqs, text).stream().toList();
            }
            if (found.stream().noneMatch(it -> it.faq().equals(match.get().faq()))) {
                found.add(match.get());
            }
        }
        return List.copyOf(found);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(SENTENCE_END.split(text, -1))
                .filter(part -> {
                    var words = French.words(part);
                    return !words.isEmpty() && Cues.courtesy(words).isEmpty();
                })
                .toList();
    }

    private static boolean settled(List<FaqMatch> answers) {
        return !answers.isEmpty() && leastSure(answers) >= SETTLED;
    }

    private static double leastSure(List<FaqMatch> answers) {
        return answers.stream().mapToDouble(FaqMatch::score).min().orElse(0);
    }

    static Reading of(Intent intent, Language language) {
        return new Reading(intent, 0.9, List.of(), language, ENGINE);
    }

    /// What asks something is a question that nobody has answered yet; the rest was not understood.
    private static Reading unanswered(List<String> words, String text, Language language) {
        boolean asks = text.contains("?") || !French.stems(words).isEmpty();
        return new Reading(asks ? Intent.FAQ : Intent.OTHER, 0.3, List.of(), language, ENGINE);
    }
}
