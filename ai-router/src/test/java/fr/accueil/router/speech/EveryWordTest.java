package fr.accueil.router.speech;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.agenda.holiday.PublicHoliday;
import fr.accueil.agenda.hours.ClosedBecause;
import fr.accueil.agenda.time.TimeRange;
import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Urgency;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the assistant may say has words, in French to *vous* and to *tu*, and in English, with no place left open.
class EveryWordTest {

    private static final ZonedDateTime FRIDAY = ZonedDateTime.parse("2026-03-13T14:30+01:00[Europe/Paris]");
    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);
    private static final VisitTold VISIT =
            new VisitTold(List.of("Manucure", "Massage du dos"), FRIDAY, "Inès", "Marie Dupont");
    private static final Faq PARKING =
            new Faq(FaqId.of(new UUID(7, 1)), "Où se garer ?", "Parking Gambetta.", List.of());

    static Stream<Content> contents() {
        return Stream.of(
                        courtesies(),
                        visits(),
                        refusals().map(Content.Refused::new),
                        Arrays.stream(Matter.values()).map(Content.PassedOn::new),
                        Arrays.stream(Matter.values()).map(it -> new Content.PassedOn(it, new Presence.From(FRIDAY))),
                        Arrays.stream(Urgency.values()).map(Content.SafetyWords::new),
                        Arrays.stream(Asked.values()).map(Content.AskedFor::new))
                .flatMap(it -> it);
    }

    private static Stream<Content> courtesies() {
        return Stream.of(
                new Content.Greeted(),
                new Content.Thanked(),
                new Content.Acknowledged(),
                new Content.Unclear(),
                new Content.NotCaught(),
                new Content.VoiceNote(),
                new Content.Sticker(),
                new Content.OtherLanguage(),
                new Content.FaqGiven(List.of(PARKING), true, null),
                new Content.QuestionNoted(),
                new Content.StillWaiting(new Presence.Soon()),
                new Content.StillWaiting(new Presence.From(FRIDAY)),
                new Content.Stopped(),
                new Content.Resumed(),
                new Content.Abandoned(),
                new Content.EmailSuggested("marie@gmail.com"),
                new Content.PhotoAttached(1),
                new Content.PhotoAttached(3),
                new Content.LeadDone("Marie", "marie@gmail.com", null, 0, new Presence.Soon()),
                new Content.LeadDone("Marie", null, null, 0, new Presence.Soon()));
    }

    private static Stream<Content> visits() {
        return Stream.of(
                new Content.AskedFor(Asked.SERVICE, List.of("Manucure", "Massage")),
                new Content.AskedFor(Asked.PRACTITIONER, List.of("Léa", "Inès")),
                new Content.Proposed(List.of(FRIDAY)),
                new Content.Proposed(List.of(FRIDAY, FRIDAY.plusDays(1))),
                new Content.ReadBack(VISIT, null),
                new Content.ReadBack(VISIT, VISIT),
                new Content.AskedWhatToChange(),
                new Content.BookingDone(VISIT),
                new Content.Moved(VISIT),
                new Content.AskedToCancel(VISIT),
                new Content.Cancelled(VISIT),
                new Content.Kept(VISIT),
                new Content.Reconfirmed(VISIT),
                new Content.AskedWhich(List.of(VISIT, VISIT)));
    }

    private static Stream<Why> refusals() {
        return Stream.of(
                new Why.BrokenEmail("marie@"),
                new Why.Past(),
                new Why.Closed(MAY_DAY, new ClosedBecause.Weekday(DayOfWeek.SUNDAY)),
                new Why.Closed(MAY_DAY, new ClosedBecause.Holiday(PublicHoliday.LABOUR_DAY)),
                new Why.Closed(MAY_DAY, new ClosedBecause.ExceptionalClosing("congés d'été")),
                new Why.Closed(MAY_DAY, new ClosedBecause.OutsideHours(List.of(TimeRange.parse("09:30-12:30")))),
                new Why.TooLong(FRIDAY),
                new Why.TooSoon(FRIDAY),
                new Why.TooFar(MAY_DAY),
                new Why.SlotTaken(FRIDAY),
                new Why.NothingFree(),
                new Why.Away(List.of("Inès")),
                new Why.Away(List.of("Inès", "Léa")),
                new Why.NotTheirs("Inès", List.of("Léa")),
                new Why.NotTheirs("Inès", List.of()),
                new Why.NotTogether(List.of("Manucure", "Massage")),
                new Why.NotBooked(List.of("Tatouage")),
                new Why.NoSuchTime());
    }

    @ParameterizedTest
    @MethodSource("contents")
    void it_has_words_in_both_manners_and_languages(Content content) {
        assertThat(words(content, Language.FRENCH, true))
                .isNotBlank()
                .doesNotContain("{")
                .doesNotContainPattern("(?U)\\b([tT]u|[tT]on|[tT]a|[tT]e|[tT]oi|[tT]ien)\\b");
        assertThat(words(content, Language.FRENCH, false))
                .isNotBlank()
                .doesNotContain("{")
                .doesNotContainPattern("(?U)(?<!rendez-)\\b([vV]ous|[vV]otre|[vV]ôtre|[vV]os)\\b");
        assertThat(words(content, Language.ENGLISH, true))
                .isNotBlank()
                .doesNotContain("{")
                .doesNotContainPattern("\\b(vous|votre|nous|équipe)\\b");
    }

    @Test
    void a_visit_is_read_back_as_a_receptionist_says_it() {
        assertThat(words(new Content.ReadBack(VISIT, null), Language.FRENCH, true))
                .isEqualTo("Je récapitule : Manucure et Massage du dos, vendredi 13 mars à 14 h 30, avec Inès,"
                        + " au nom de Marie Dupont. Je réserve ?");
        assertThat(words(new Content.ReadBack(VISIT, null), Language.ENGLISH, true))
                .startsWith("To sum up: Manucure and Massage du dos, Friday 13 March at 2:30 pm, with Inès");
    }

    @Test
    void what_is_closed_is_named_with_its_reason() {
        var closed = new Why.Closed(MAY_DAY, new ClosedBecause.Holiday(PublicHoliday.LABOUR_DAY));

        assertThat(words(new Content.Refused(closed), Language.FRENCH, true))
                .isEqualTo("Nous serons fermés le vendredi 1er mai, c'est férié (Fête du Travail).");
    }

    @Test
    void a_faq_stands_by_itself_before_the_flow_goes_on() {
        var said = new Said(
                List.of(Content.FaqGiven.of(PARKING), new Content.AskedFor(Asked.HOUR)), Language.FRENCH, false);

        assertThat(Utterance.of(said, Optional.of(business(true)))).isEqualTo("Parking Gambetta.\n\nÀ quelle heure ?");
    }

    private static String words(Content content, Language language, boolean formal) {
        return Utterance.of(Said.of(content, language, false), Optional.of(business(formal)));
    }

    private static Business business(boolean formal) {
        return new Business(TenantId.of(new UUID(0, 1)), "Institut Camélia", formal, FaqIndex.of(List.of()));
    }
}
