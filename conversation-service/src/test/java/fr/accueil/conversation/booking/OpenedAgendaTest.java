package fr.accueil.conversation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Diary;
import fr.accueil.conversation.booking.Booking.Reminder;
import fr.accueil.conversation.booking.Booking.State;
import fr.accueil.conversation.booking.Judgement.Denied;
import fr.accueil.conversation.booking.Judgement.Granted;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookedService;
import fr.accueil.events.ChangeEvent.BookedWith;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a wish meets, with no database.
class OpenedAgendaTest {

    private static final Instant NOW = at("2026-10-20T12:00");
    private static final ConversationId MARIE = ConversationId.of(Ids.next());

    private final Diary diary = Diary.ofTeam(TenantId.of(Ids.next()), "Inès");

    @Test
    void on_the_day_when_the_clock_is_put_back_the_afternoon_is_where_the_wall_clock_says() {
        var judgement = agenda().judge(wish(at("2026-10-25T14:00"), null), null);

        assertThat(judgement).isInstanceOfSatisfying(Granted.class, it -> {
            assertThat(it.slot().start()).isEqualTo("2026-10-25T13:00:00Z");
            assertThat(it.slot().end()).isEqualTo("2026-10-25T14:00:00Z");
        });
        assertThat(agenda().judge(wish(Instant.parse("2026-10-25T12:00:00Z"), null), null))
                .isInstanceOfSatisfying(
                        Denied.class, it -> assertThat(it.reason()).isEqualTo("outside_hours"));
    }

    @Test
    void what_is_moved_and_what_is_held_already_do_not_stand_in_the_way() {
        var start = at("2026-10-21T10:00");
        var taken = booking(start);
        var wish = wish(start.plus(Duration.ofMinutes(30)), taken.id());

        assertThat(agenda(taken).judge(wish, null)).isInstanceOf(Denied.class);
        assertThat(agenda(taken).judge(wish, taken.id())).isInstanceOf(Granted.class);
        assertThat(agenda(taken).judge(new Wish(taken.id(), MARIE, services(), null, start, null), null))
                .isInstanceOf(Granted.class);
    }

    @Test
    void what_the_database_gave_to_somebody_else_is_not_among_the_alternatives() {
        var start = at("2026-10-21T10:00");
        var granted = (Granted) agenda().judge(wish(start, null), null);

        var denied = agenda().lost(wish(start, null), null, granted.slot());

        assertThat(denied.reason()).isEqualTo("taken");
        assertThat(denied.alternatives()).isNotEmpty().doesNotContain(start).isSorted();
    }

    @Test
    void half_a_minute_is_no_time() {
        assertThat(agenda().judge(wish(at("2026-10-21T10:00").plusSeconds(30), null), null))
                .isEqualTo(Denied.because("no_such_time"));
    }

    private OpenedAgenda agenda(Booking... taken) {
        return OpenedAgenda.of(diary.hours(), List.of(diary.manicure(), diary.brows()), List.of(taken), List.of(), NOW);
    }

    private Wish wish(Instant start, @Nullable BookingId replaces) {
        return new Wish(BookingId.of(Ids.next()), MARIE, services(), null, start, replaces);
    }

    private List<ServiceId> services() {
        return List.of(diary.manicure().service());
    }

    private Booking booking(Instant start) {
        var end = start.plus(Duration.ofHours(1));
        return new Booking(
                diary.tenant(),
                BookingId.of(Ids.next()),
                1,
                MARIE,
                new State.Booked(),
                List.of(new BookedService(diary.manicure().service(), "Manucure")),
                new BookedWith(diary.practitioner("Inès"), "Inès"),
                1,
                start,
                end,
                end.plus(Duration.ofMinutes(10)),
                "Marie",
                null,
                true,
                NOW,
                Reminder.NONE);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Diary.PARIS).toInstant();
    }
}
