package fr.accueil.router.understanding;

import fr.accueil.language.intent.IntentReader;
import fr.accueil.language.intent.IntentReading;
import fr.accueil.router.french.French;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.knowledge.FaqMatch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The engine without a network: trained models for what a customer is after and for the FAQ that settles it, the
/// extraction of `language` for the values.
@Component
public class LocalReader implements MessageReader {

    private static final String ENGINE = "local";

    /// One for all: it never changes, and takes some megabytes.
    private static final IntentReader INTENTS = IntentReader.load();

    /// A FAQ settles what may be a question at least this probably, even if it sounds like a request ("Puis-je annuler
    /// mon rendez-vous ?").
    private static final float PERHAPS_QUESTION = 0.2f;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[?!.\\n])\\s+");

    private static final Set<Intent> NEVER_AN_ANSWER = Set.of(Intent.OPT_OUT, Intent.HUMAN, Intent.COMPLAINT);

    /// What a FAQ may settle although it was taken for something else.
    private static final Set<Intent> MAY_BE_QUESTIONS =
            Set.of(Intent.BOOKING, Intent.CANCEL_BOOKING, Intent.QUOTE, Intent.OTHER, Intent.GREETING);

    private final SlotReader slots = new SlotReader();

    @Override
    public Mono<Reading> read(Question question) {
        return Mono.fromSupplier(() -> reading(question));
    }

    public Reading reading(Question question) {
        var began = System.nanoTime();
        var text = String.join("\n", question.messages());
        var scene = question.scene();
        var alone = alone(question.business().faqs(), text);
        var signs = Signs.in(text, French.words(text), scene);
        var heard = slots.read(text, alone.intent(), signs, scene);
        return understood(alone, heard, text, signs, scene)
                .showing(signs.toArray(Sign[]::new))
                .taking(Duration.ofNanos(System.nanoTime() - began));
    }

    private Reading understood(Reading alone, Slots heard, String text, Set<Sign> signs, Scene scene) {
        if (answers(alone, heard, signs, scene)) {
            return alone.meaning(Answering.intent(scene.running()), List.of(), spoken(alone))
                    .with(heard);
        }
        return isVisit(alone, heard, scene)
                ? alone.meaning(Intent.BOOKING, List.of(), alone.language()).with(heard)
                : alone.with(slots.read(told(alone, text), alone.intent(), signs, scene));
    }

    /// A name or an address alone may look like any language.
    private static Language spoken(Reading alone) {
        return alone.language() == Language.OTHER ? Language.FRENCH : alone.language();
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

    /// What the message is, whatever runs.
    private static Reading alone(FaqIndex faqs, String text) {
        var read = INTENTS.read(text);
        var intent = Intent.valueOf(read.intent().name());
        var answers = intent == Intent.FAQ || mayBeQuestion(intent, read) ? faqs.settling(text) : List.<FaqMatch>of();
        return new Reading(
                        answers.isEmpty() ? intent : Intent.FAQ,
                        read.confidence(),
                        answers,
                        language(read),
                        ENGINE)
                .feeling(mood(read), urgency(read), sensitive(read));
    }

    private static boolean mayBeQuestion(Intent intent, IntentReading read) {
        var question = read.probabilities().getOrDefault(fr.accueil.language.intent.Intent.FAQ, 0f);
        return MAY_BE_QUESTIONS.contains(intent) && question >= PERHAPS_QUESTION;
    }

    private static Language language(IntentReading read) {
        var language = read.language();
        if (language.equals(fr.accueil.language.intent.Language.FRENCH)) {
            return Language.FRENCH;
        }
        return language.equals(fr.accueil.language.intent.Language.ENGLISH) ? Language.ENGLISH : Language.OTHER;
    }

    private static Mood mood(IntentReading read) {
        return Mood.valueOf(read.mood().name());
    }

    private static @Nullable Urgency urgency(IntentReading read) {
        return switch (read.urgency()) {
            case NONE -> null;
            case GAS -> Urgency.GAS;
            case WATER -> Urgency.WATER;
            case FIRE -> Urgency.FIRE;
            case POWER -> Urgency.POWER;
        };
    }

    private static @Nullable Sensitive sensitive(IntentReading read) {
        return switch (read.sensitive()) {
            case NONE -> null;
            case HEALTH -> Sensitive.HEALTH;
            case LAW -> Sensitive.LAW;
            case REFUND -> Sensitive.REFUND;
        };
    }
}
