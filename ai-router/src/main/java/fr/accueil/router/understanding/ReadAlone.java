package fr.accueil.router.understanding;

import fr.accueil.language.intent.IntentReader;
import fr.accueil.language.intent.IntentReading;
import fr.accueil.router.french.French;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.knowledge.FaqMatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a message is after by itself, whatever was said before: intent, FAQs, mood, dangers, language.
final class ReadAlone {

    private static final String ENGINE = "local";

    /// One for all: it never changes, and takes some megabytes.
    private static final IntentReader INTENTS = IntentReader.load();

    /// A FAQ settles what may be a question at least this probably, even if it sounds like a request ("Puis-je annuler
    /// mon rendez-vous ?").
    private static final float PERHAPS_QUESTION = 0.2f;

    private static final float EVEN = 0.5f;

    /// A FAQ is said beside what is asked for, or instead of what is not understood, when it surely settles something
    /// ("quelqu'un pourrait venir me coiffer à la maison ?").
    private static final double SURELY = 0.85;

    private static final Pattern PART_END = Pattern.compile("[.,;!?\\n]+");

    private static final Set<Intent> REQUESTS = Set.of(Intent.BOOKING, Intent.QUOTE);

    private static final Set<Intent> MAY_ASK_BESIDE = Set.of(Intent.BOOKING, Intent.QUOTE, Intent.OTHER);

    /// What a FAQ may settle although it was taken for something else.
    private static final Set<Intent> MAY_BE_QUESTIONS =
            Set.of(Intent.BOOKING, Intent.CANCEL_BOOKING, Intent.QUOTE, Intent.OTHER, Intent.GREETING);

    Reading read(FaqIndex faqs, String text) {
        var read = INTENTS.read(text);
        var intent = Intent.valueOf(read.intent().name());
        var asks = intent == Intent.FAQ || mayBeQuestion(intent, read);
        var found = faqs.find(text);
        var answers = asks ? found.settling() : beside(intent, found);
        var after =
                answers.isEmpty() ? intent : wished(text).orElse(asks || intent == Intent.OTHER ? Intent.FAQ : intent);
        return new Reading(after, read.confidence(), answers, language(read), ENGINE)
                .feeling(mood(read), urgency(read), sensitive(read))
                .nearTo(asks ? found.nearest() : null);
    }

    /// "Je voudrais un rendez-vous vendredi, il y a un parking ?" wants the appointment, too.
    private static Optional<Intent> wished(String text) {
        return Arrays.stream(PART_END.split(text))
                .filter(part -> Signs.shows("WISHES", French.words(part)))
                .map(INTENTS::read)
                .filter(part -> part.confidence() >= SURELY)
                .map(part -> Intent.valueOf(part.intent().name()))
                .filter(REQUESTS::contains)
                .findFirst();
    }

    private static List<FaqMatch> beside(Intent intent, FaqIndex.Found found) {
        return MAY_ASK_BESIDE.contains(intent)
                ? found.settling().stream()
                        .filter(match -> match.score() >= SURELY)
                        .toList()
                : List.of();
    }

    private static boolean mayBeQuestion(Intent intent, IntentReading read) {
        var question = read.probabilities().getOrDefault(fr.accueil.language.intent.Intent.FAQ, 0f);
        var hardlyComplaint = intent == Intent.COMPLAINT
                && read.confidence() < EVEN
                && read.mood() != fr.accueil.language.intent.Mood.ANGRY;
        return (MAY_BE_QUESTIONS.contains(intent) || hardlyComplaint) && question >= PERHAPS_QUESTION;
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
