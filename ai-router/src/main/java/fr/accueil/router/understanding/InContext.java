package fr.accueil.router.understanding;

import fr.accueil.language.extraction.Agreement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a message is after in the light of what was asked, where read by itself it sounds like something else: "10h du
/// matin alors" answers a question, "une permanente svp" asks for a visit.
///
/// @param alone as it was read by itself
/// @param heard the values in it
record InContext(Reading alone, Slots heard, List<String> words, Set<Sign> signs, Scene scene) {

    /// What only a person may settle: taken at its word unless it is an answer and not surely more than that.
    private static final Set<Intent> GRAVE = Set.of(Intent.OPT_OUT, Intent.HUMAN, Intent.COMPLAINT);

    private static final double SURE = 0.9;
    private static final double LIKELY = 0.6;
    private static final double RATHER = 0.8;
    private static final double EVEN = 0.5;
    private static final int MANY_WORDS = 14;
    private static final int FEW_WORDS = 6;
    private static final int HARDLY_ANY = 3;

    /// While something runs, a message that gives what was asked for is an answer, whatever else it may sound like.
    boolean isAnswer() {
        return scene.isRunning()
                && !isGrave()
                && !(signs.contains(Sign.ASKS)
                        && alone.intent() == Intent.FAQ
                        && !alone.answers().isEmpty())
                && !(alone.intent() == Intent.CANCEL_BOOKING && alone.confidence() >= LIKELY)
                && !signs.contains(Sign.WANTS_BOOKING)
                && !signs.contains(Sign.WANTS_QUOTE)
                && Answering.gives(heard, scene);
    }

    /// Short corrections sound like complaints ("c'est pas ça, c'est 15h"); anger does not.
    private boolean isGrave() {
        return switch (alone.intent()) {
            case COMPLAINT ->
                alone.mood() == Mood.ANGRY
                        || alone.confidence() >= SURE
                        || alone.confidence() >= LIKELY && words.size() > MANY_WORDS;
            case HUMAN, OPT_OUT ->
                alone.confidence() >= SURE || alone.confidence() >= LIKELY && words.size() > FEW_WORDS;
            case FAQ, BOOKING, QUOTE, CANCEL_BOOKING, GREETING, THANKS, OTHER -> false;
        };
    }

    /// Hardly a complaint, in the middle of something: a few words without anger are more likely not understood.
    boolean isHardlyComplaint() {
        return scene.isRunning()
                && alone.intent() == Intent.COMPLAINT
                && alone.mood() != Mood.ANGRY
                && alone.confidence() < (words.size() <= FEW_WORDS ? SURE : EVEN);
    }

    /// What names a service, and a time or a wish, asks for a visit where nothing surer explains it.
    boolean isVisit() {
        if (scene.isRunning() || heard.services().isEmpty() || !alone.answers().isEmpty()) {
            return false;
        }
        var wishes = Signs.shows("WISHES", words) && !Signs.shows("ONLY_ASKS", words);
        return switch (alone.intent()) {
            case GREETING, OTHER -> wishes || heard.timing().isSaid();
            case THANKS -> (wishes || heard.timing().isSaid()) && alone.confidence() < LIKELY;
            case FAQ -> heard.timing().isSaid() || wishes && !signs.contains(Sign.ASKS) && alone.confidence() < LIKELY;
            case HUMAN -> wishes && alone.confidence() < RATHER && !Signs.shows("REACHES", words);
            case COMPLAINT, OPT_OUT ->
                (wishes || heard.timing().isSaid()) && alone.mood() != Mood.ANGRY && alone.confidence() < EVEN;
            case BOOKING, QUOTE, CANCEL_BOOKING -> false;
        };
    }

    /// A bare yes or no while nothing runs asks for nothing, however grave it may sound.
    boolean isBareWord() {
        Agreement agreement = heard.agreement();
        return !scene.isRunning()
                && agreement != null
                && words.size() <= HARDLY_ANY
                && GRAVE.contains(alone.intent())
                && alone.confidence() < LIKELY;
    }

    /// Names, addresses and bare numbers have no language: then it is the one that was spoken so far.
    Language language() {
        var unsure = alone.language() == Language.OTHER && (words.size() <= HARDLY_ANY || saysValues());
        return unsure || isAnswer() && scene.spoken() != null && words.size() <= HARDLY_ANY
                ? spoken(scene.spoken())
                : alone.language();
    }

    private boolean saysValues() {
        return heard.person().isSaid() || isAnswer();
    }

    private static Language spoken(@Nullable Language spoken) {
        return spoken == Language.OTHER ? Language.FRENCH : Objects.requireNonNullElse(spoken, Language.FRENCH);
    }
}
