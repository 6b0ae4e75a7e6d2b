package fr.accueil.router.languagemodel;

import fr.accueil.router.knowledge.FaqMatch;
import fr.accueil.router.languagemodel.Source.OfFaq;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Mood;
import fr.accueil.router.understanding.Phrasing;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Scene.Running;
import fr.accueil.router.understanding.Sensitive;
import fr.accueil.router.understanding.Sign;
import fr.accueil.router.understanding.Urgency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns what the model answered into a reading that may be acted upon. What it says is a proposal: a source must
/// exist,
/// a wording must stand in its sources, and where either engine wants a person, a person it is.
final class Ground {

    /// More than this many FAQs for one burst is no answer but a heap.
    private static final int MOST_FAQS = 3;

    private static final Set<Intent> FOR_A_PERSON = Set.of(Intent.OPT_OUT, Intent.COMPLAINT, Intent.HUMAN);

    private final String engine;

    Ground(String engine) {
        this.engine = engine;
    }

    Reading reading(ModelAnswer answer, Briefing briefing, Question question, Reading local) {
        var reply = answer.reply();
        var intent = intent(reply, local);
        var cited = cited(reply, briefing);
        var answers = answers(reply, cited);
        return new Reading(
                intent,
                FOR_A_PERSON.contains(local.intent()) ? local.confidence() : confidence(reply),
                answers,
                local.nearest(),
                language(reply, local),
                engine,
                worse(mood(reply), local.mood()),
                local.urgency() == null ? named(Urgency.class, reply.urgency()).orElse(null) : local.urgency(),
                local.sensitive() == null
                        ? named(Sensitive.class, reply.sensitive()).orElse(null)
                        : local.sensitive(),
                new SaidSlots(question, briefing).added(reply.said(), local.slots()),
                signs(intent, question.scene().running(), local.signs()),
                phrasing(reply, intent, cited, answers, language(reply, local)).orElse(null),
                answer.usage(),
                local.took());
    }

    private static Intent intent(ModelReply reply, Reading local) {
        if (FOR_A_PERSON.contains(local.intent())) {
            return local.intent();
        }
        return named(Intent.class, reply.intent())
                .orElseThrow(() -> new ModelFailed(Fallback.UNREADABLE, "the model named no intent that there is"));
    }

    private static double confidence(ModelReply reply) {
        var said = reply.confidence();
        return said == null || said.isNaN() ? 0 : Math.clamp(said, 0, 1);
    }

    /// Empty entries stand for handles that were never given.
    private static List<Optional<Source>> cited(ModelReply reply, Briefing briefing) {
        var handles = reply.sources();
        return handles == null
                ? List.of()
                : handles.stream()
                        .filter(Objects::nonNull)
                        .map(briefing::source)
                        .distinct()
                        .toList();
    }

    private static List<FaqMatch> answers(ModelReply reply, List<Optional<Source>> cited) {
        var faqs = cited.stream()
                .flatMap(Optional::stream)
                .flatMap(it -> it instanceof OfFaq(var _, var faq) ? Stream.of(faq) : Stream.empty())
                .toList();
        return faqs.size() > MOST_FAQS
                ? List.of()
                : faqs.stream().map(faq -> new FaqMatch(faq, confidence(reply))).toList();
    }

    /// In French only: in other languages the owner's words are given as they are, for nobody here can check a
    /// translation.
    private static Optional<Phrasing> phrasing(
            ModelReply reply, Intent intent, List<Optional<Source>> cited, List<FaqMatch> answers, Language language) {
        var wording = reply.wording();
        var isHeap = answers.isEmpty() && cited.size() > MOST_FAQS;
        if (wording == null
                || intent != Intent.FAQ
                || language != Language.FRENCH
                || isHeap
                || cited.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return CheckWording.checked(
                wording, cited.stream().flatMap(Optional::stream).toList());
    }

    private static Language language(ModelReply reply, Reading local) {
        return switch (lower(reply.language())) {
            case "fr" -> Language.FRENCH;
            case "en" -> Language.ENGLISH;
            case "other" -> Language.OTHER;
            default -> local.language();
        };
    }

    private static Mood mood(ModelReply reply) {
        return named(Mood.class, reply.mood()).orElse(Mood.NEUTRAL);
    }

    private static Mood worse(Mood one, Mood other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Set<Sign> signs(Intent intent, Running running, Set<Sign> local) {
        var signs = EnumSet.noneOf(Sign.class);
        signs.addAll(local);
        signs.remove(Sign.UNCLEAR);
        if (intent == Intent.QUOTE && running != Running.QUOTE && running != Running.NOTHING) {
            signs.add(Sign.WANTS_QUOTE);
        }
        if (intent == Intent.BOOKING && running == Running.QUOTE) {
            signs.add(Sign.WANTS_BOOKING);
        }
        return signs;
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, @Nullable String name) {
        var wanted = lower(name).toUpperCase(Locale.ROOT);
        return Stream.of(type.getEnumConstants())
                .filter(it -> it.name().equals(wanted))
                .findFirst();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
