package fr.accueil.router.understanding;

import fr.accueil.events.FaqId;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqMatch;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an engine made of the messages that wait for an answer, in the light of what was asked.
///
/// @param intent what the customer is after; the running flow's while they just answer its questions
/// @param confidence in the intent, from 0 to 1
/// @param answers the FAQs that settle what was asked, one per question, in the order asked; empty when none surely
/// does
/// @param nearest the FAQ that comes nearest where none settles what was asked; null when none does
/// @param engine which engine read it: `local`, …
/// @param urgency null when nothing is urgent
/// @param sensitive null when the assistant may decide
/// @param phrasing null where the business's own words are given as they are
/// @param usage null where no language model was asked
public record Reading(
        Intent intent,
        double confidence,
        List<FaqMatch> answers,
        @Nullable FaqId nearest,
        Language language,
        String engine,
        Mood mood,
        @Nullable Urgency urgency,
        @Nullable Sensitive sensitive,
        Slots slots,
        Set<Sign> signs,
        @Nullable Phrasing phrasing,
        @Nullable Usage usage,
        Duration took) {

    public Reading {
        answers = List.copyOf(answers);
        signs = Set.copyOf(signs);
    }

    public Reading(Intent intent, double confidence, List<FaqMatch> answers, Language language, String engine) {
        this(
                intent,
                confidence,
                answers,
                null,
                language,
                engine,
                Mood.NEUTRAL,
                null,
                null,
                Slots.NONE,
                Set.of(),
                null,
                null,
                Duration.ZERO);
    }

    public List<Faq> faqs() {
        return answers.stream().map(FaqMatch::faq).toList();
    }

    public boolean shows(Sign sign) {
        return signs.contains(sign);
    }

    public Reading with(Slots others) {
        return new Reading(
                intent,
                confidence,
                answers,
                nearest,
                language,
                engine,
                mood,
                urgency,
                sensitive,
                others,
                signs,
                phrasing,
                usage,
                took);
    }

    public Reading showing(Sign... others) {
        return new Reading(
                intent,
                confidence,
                answers,
                nearest,
                language,
                engine,
                mood,
                urgency,
                sensitive,
                slots,
                Set.of(others),
                phrasing,
                usage,
                took);
    }

    public Reading feeling(Mood other, @Nullable Urgency urgent, @Nullable Sensitive delicate) {
        return new Reading(
                intent,
                confidence,
                answers,
                nearest,
                language,
                engine,
                other,
                urgent,
                delicate,
                slots,
                signs,
                phrasing,
                usage,
                took);
    }

    public Reading nearTo(@Nullable FaqId faq) {
        return new Reading(
                intent,
                confidence,
                answers,
                faq,
                language,
                engine,
                mood,
                urgency,
                sensitive,
                slots,
                signs,
                phrasing,
                usage,
                took);
    }

    /// What a language model cost that did not help.
    public Reading costing(Usage paid) {
        return new Reading(
                intent,
                confidence,
                answers,
                nearest,
                language,
                engine,
                mood,
                urgency,
                sensitive,
                slots,
                signs,
                phrasing,
                paid,
                took);
    }

    public Reading in(Language other) {
        return new Reading(
                intent,
                confidence,
                answers,
                nearest,
                other,
                engine,
                mood,
                urgency,
                sensitive,
                slots,
                signs,
                phrasing,
                usage,
                took);
    }

    public Reading taking(Duration time) {
        return new Reading(
                intent,
                confidence,
                answers,
                nearest,
                language,
                engine,
                mood,
                urgency,
                sensitive,
                slots,
                signs,
                phrasing,
                usage,
                time);
    }
}
