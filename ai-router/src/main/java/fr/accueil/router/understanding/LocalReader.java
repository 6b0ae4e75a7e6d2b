package fr.accueil.router.understanding;

import fr.accueil.router.french.French;
import fr.accueil.router.knowledge.Answers;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.knowledge.FaqMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The engine without a network: plain words for what a customer is after, Lucene's French for the FAQs, the extraction
/// of `language` for the values.
@Component
public class LocalReader implements MessageReader {

    private static final String ENGINE = "local";

    /// A FAQ this near settles a question even if it sounds like a request ("Puis-je annuler mon rendez-vous ?").
    private static final double SETTLED = 0.75;

    private static final double LIKELY = 0.6;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[?!.\\n])\\s+");

    private static final Set<Intent> NEVER_AN_ANSWER = Set.of(Intent.OPT_OUT, Intent.HUMAN, Intent.COMPLAINT);

    private final SlotReader slots = new SlotReader();

    @Override
    public Mono<Reading> read(Question question) {
        return Mono.fromSupplier(() -> reading(question));
    }

    public Reading reading(Question question) {
        var began = System.nanoTime();
        var text = String.join("\n", question.messages());
        var scene = question.scene();
        var alone = intent(question.business().faqs(), text);
        var signs = Signs.in(text, French.words(text), scene);
        var heard = slots.read(text, alone.intent(), signs, scene);
        return (answers(alone, heard, signs, scene)
                        ? of(Answering.intent(scene.running()), alone.language())
                                .with(heard)
                        : alone.with(slots.read(told(alone, text), alone.intent(), signs, scene)))
                .showing(signs.toArray(Sign[]::new))
                .taking(Duration.ofNanos(System.nanoTime() - began));
    }

    private Reading understood(Reading alone, Slots heard, String text, Set<Sign> signs, Scene scene) {
        if (answers(alone, heard, signs, scene)) {
            return of(Answering.intent(scene.running()), alone.language()).with(heard);
        }
        return isVisit(alone, heard, scene)
                ? new Reading(Intent.BOOKING, LIKELY, List.of(), alone.language(), ENGINE).with(heard)
                : alone.with(slots.read(told(alone, text), alone.intent(), signs, scene));
    }

    /// What nothing else explains, and names a service and a time, asks for a visit.
    private static boolean isVisit(Reading alone, Slots heard, Scene scene) {
        var unexplained = alone.intent() == Intent.OTHER || alone.intent() == Intent.FAQ;
        return unexplained
                && !scene.isRunning()
                && alone.answers().isEmpty()
                && !heard.services().isEmpty()
                && heard.timing().isSaid();
    }

    /// While something runs, a message that gives what was asked for is an answer, whatever else it may sound like.
    private static boolean answers(Reading alone, Slots heard, Set<Sign> signs, Scene scene) {
        return scene.isRunning()
                && !NEVER_AN_ANSWER.contains(alone.intent())
                && !(signs.contains(Sign.ASKS) && !alone.answers().isEmpty())
                && alone.intent() != Intent.CANCEL_BOOKING
                && !signs.contains(Sign.WANTS_BOOKING)
                && !signs.contains(Sign.WANTS_QUOTE)
                && Answering.gives(heard, scene);
    }

    /// The words that are no question which a FAQ has answered.
    private static String told(Reading alone, String text) {
        if (alone.intent() != Intent.FAQ || alone.answers().isEmpty()) {
            return text;
        }
        return String.join(
                "\n",
                Arrays.stream(SENTENCE_END.split(text, -1))
                        .filter(part -> !part.contains("?"))
                        .filter(part -> alone.answers().size() > 1 || !text.equals(part))
                        .toList());
    }

    private static Reading intent(FaqIndex faqs, String text) {
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

    private static Reading of(Intent intent, Language language) {
        return new Reading(intent, 0.9, List.of(), language, ENGINE);
    }

    /// What asks something is a question that nobody has answered yet; the rest was not understood.
    private static Reading unanswered(List<String> words, String text, Language language) {
        boolean asks = text.contains("?") || !French.stems(words).isEmpty();
        return new Reading(asks ? Intent.FAQ : Intent.OTHER, 0.3, List.of(), language, ENGINE);
    }
}
