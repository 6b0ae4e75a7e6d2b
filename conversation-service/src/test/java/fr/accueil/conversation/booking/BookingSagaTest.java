package fr.accueil.conversation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.BookingCancellationRequested;
import fr.accueil.events.AssistantEvent.BookingReconfirmed;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.AssistantEvent.SlotHoldRequested;
import fr.accueil.events.AssistantEvent.SlotReleased;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.BookingCancelled;
import fr.accueil.events.ChangeEvent.BookingChanged;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.ChangeEvent.BookingNews;
import fr.accueil.events.ChangeEvent.BookingReminded;
import fr.accueil.events.ChangeEvent.BookingStatus;
import fr.accueil.events.ChangeEvent.SlotHeld;
import fr.accueil.events.ChangeEvent.SlotTaken;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.BookingSaved;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.kafka.CompactedCopies;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

class BookingSagaTest extends ServiceTest {

    private static final Instant TEN = Diary.at(3, "10:00");

    /// The compacted topic as its readers have it; what is gone is empty.
    private static final Map<String, Optional<Envelope>> COPY = new ConcurrentHashMap<>();

    private static final AtomicBoolean FOLLOWED = new AtomicBoolean();

    @Autowired
    CompactedCopies copies;

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    private Salon salon;
    private Diary diary;
    private Correspondence marie;
    private Correspondence karim;

    @BeforeEach
    void an_institute_of_one() {
        if (!FOLLOWED.getAndSet(true)) {
            copies.follow(Topic.BOOKINGS, (key, envelope) -> COPY.put(key, Optional.ofNullable(envelope)));
        }
        salon = aSalon();
        diary = save(Diary.ofTeam(salon.id(), "Inès"));
        marie = salon.marie();
        karim = salon.thread("Karim B.", "+33639980034");
        marie.says("Je voudrais un rendez-vous");
        karim.says("Moi aussi");
    }

    @Test
    void a_slot_is_held_then_booked_and_everybody_knows() {
        var booking = BookingId.of(Ids.next());

        hold(marie, booking, TEN, null);
        var held = news(SlotHeld.class, booking);
        book(marie, booking, TEN, null);
        var confirmed = news(BookingConfirmed.class, booking).booking();

        assertThat(held.practitioner()).isEqualTo(diary.practitioner("Inès"));
        assertThat(held.end()).isEqualTo(TEN.plus(1, ChronoUnit.HOURS));
        assertThat(confirmed.status()).isEqualTo(BookingStatus.BOOKED);
        assertThat(confirmed.customerName()).isEqualTo("Camille Dupont");
        assertThat(Objects.requireNonNull(confirmed.practitioner()).name()).isEqualTo("Inès");
        assertThat(confirmed.services())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("Manucure"));
        assertThat(confirmed.byAssistant()).isTrue();
        var saved = events.await(
                Topic.BOOKINGS, BookingSaved.class, it -> it.booking().equals(booking) && it.heldUntil() == null);
        assertThat(saved.occupiedUntil()).isEqualTo(TEN.plus(70, ChronoUnit.MINUTES));
        var first = events.await(
                Topic.BOOKINGS, BookingSaved.class, it -> it.booking().equals(booking));
        assertThat(first.heldUntil()).isNotNull();
        salon.asSophie(HttpMethod.GET, "/api/bookings/{id}", booking)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.customerName")
                .isEqualTo("Camille Dupont");
    }

    @Test
    void what_is_held_for_one_is_taken_for_another_and_the_next_free_ones_are_said() {
        hold(marie, BookingId.of(Ids.next()), TEN, null);
        var late = BookingId.of(Ids.next());

        book(karim, late, TEN.plus(30, ChronoUnit.MINUTES), null);

        var taken = news(SlotTaken.class, late);
        assertThat(taken.reason()).isEqualTo("taken");
        assertThat(taken.start()).isEqualTo(TEN.plus(30, ChronoUnit.MINUTES));
        assertThat(taken.alternatives()).isSorted().contains(Diary.at(3, "11:10"), Diary.at(3, "11:15"));
    }

    @Test
    void why_a_slot_cannot_be_had_is_said() {
        var lunch = BookingId.of(Ids.next());
        var past = BookingId.of(Ids.next());
        var stranger = BookingId.of(Ids.next());

        hold(marie, lunch, Diary.at(3, "13:00"), null);
        book(marie, past, Diary.at(-1, "10:00"), null);
        book(marie, stranger, TEN, null, PractitionerId.of(Ids.next()));

        assertThat(news(SlotTaken.class, lunch).reason()).isEqualTo("outside_hours");
        assertThat(news(SlotTaken.class, past).reason()).isEqualTo("past");
        assertThat(news(SlotTaken.class, stranger).reason()).isEqualTo("not_theirs");
    }

    @Test
    void where_nobody_said_when_it_is_open_nothing_can_be_booked() {
        var closed = aSalon();
        var leo = closed.thread("Léo", "+33639980077");
        var booking = BookingId.of(Ids.next());

        leo.tell(
                Topic.ASSISTANT,
                new BookingRequested(
                        booking, leo.id(), List.of(diary.manicure().service()), null, TEN, "Léo", null, null));

        assertThat(news(SlotTaken.class, booking).reason()).isEqualTo("nothing_bookable");
    }

    @Test
    void the_last_slot_that_many_want_at_once_is_had_by_one() {
        var wishes = IntStream.range(0, 8)
                .mapToObj(number -> salon.thread("Client " + number, "+3363998020" + number))
                .toList();
        var bookings = wishes.stream().map(_ -> BookingId.of(Ids.next())).toList();

        for (int i = 0; i < wishes.size(); i++) {
            book(wishes.get(i), bookings.get(i), TEN, null);
        }

        for (var booking : bookings) {
            events.await(Topic.CHANGES, it -> it.data() instanceof BookingNews news && isOf(news, booking));
        }
        assertThat(events.seen(Topic.CHANGES, BookingConfirmed.class))
                .filteredOn(it -> bookings.contains(it.booking().id()))
                .hasSize(1);
        assertThat(events.seen(Topic.CHANGES, SlotTaken.class))
                .filteredOn(it -> bookings.contains(it.booking()))
                .hasSize(7);
    }

    @Test
    void where_seats_count_there_are_as_many_at_once() {
        var house = aSalon();
        var two = save(Diary.ofSeats(house.id(), 2));
        var bookings =
                IntStream.range(0, 3).mapToObj(_ -> BookingId.of(Ids.next())).toList();

        for (int i = 0; i < 3; i++) {
            var customer = house.thread("Client " + i, "+3363998030" + i);
            customer.tell(
                    Topic.ASSISTANT,
                    new BookingRequested(
                            bookings.get(i),
                            customer.id(),
                            List.of(two.manicure().service()),
                            null,
                            TEN,
                            "Client",
                            null,
                            null));
            events.await(Topic.CHANGES, it -> it.data() instanceof BookingNews news && news(news, bookings));
        }

        bookings.forEach(booking ->
                events.await(Topic.CHANGES, it -> it.data() instanceof BookingNews news && isOf(news, booking)));
        assertThat(events.seen(Topic.BOOKINGS, BookingSaved.class))
                .filteredOn(it -> bookings.contains(it.booking()) && it.heldUntil() == null)
                .extracting(BookingSaved::seat)
                .containsExactlyInAnyOrder(1, 2);
        assertThat(events.seen(Topic.CHANGES, SlotTaken.class))
                .filteredOn(it -> bookings.contains(it.booking()))
                .hasSize(1);
    }

    @Test
    void a_booking_is_moved_by_half_an_hour_over_itself() {
        var before = booked(marie, TEN);
        var after = BookingId.of(Ids.next());
        var half = TEN.plus(30, ChronoUnit.MINUTES);

        hold(marie, after, half, before);
        news(SlotHeld.class, after);
        book(marie, after, half, before);
        var moved = news(BookingConfirmed.class, after);

        assertThat(moved.replaces()).isEqualTo(before);
        assertThat(statusOf(before)).isEqualTo("cancelled");
        assertThat(statusOf(after)).isEqualTo("booked");
        awaitTombstone(before);
        assertThat(gone(after)).isFalse();
    }

    @Test
    void a_booking_that_cannot_be_moved_stays() {
        var before = booked(marie, TEN);
        booked(karim, Diary.at(3, "15:00"));
        var after = BookingId.of(Ids.next());

        book(marie, after, Diary.at(3, "15:00"), before);

        assertThat(news(SlotTaken.class, after).alternatives()).isNotEmpty();
        assertThat(statusOf(before)).isEqualTo("booked");
    }

    @Test
    void a_second_wish_is_held_in_place_of_the_first() {
        var booking = BookingId.of(Ids.next());
        hold(marie, booking, TEN, null);
        hold(marie, booking, Diary.at(3, "16:00"), null);
        events.await(
                Topic.CHANGES,
                SlotHeld.class,
                it -> it.booking().equals(booking) && it.start().equals(Diary.at(3, "16:00")));

        booked(karim, TEN);
    }

    @Test
    void a_slot_that_is_let_go_or_held_too_long_is_free_and_everybody_knows() {
        var released = BookingId.of(Ids.next());
        hold(marie, released, TEN, null);
        news(SlotHeld.class, released);
        marie.tell(Topic.ASSISTANT, new SlotReleased(released, marie.id()));
        awaitTombstone(released);

        var forgotten = BookingId.of(Ids.next());
        hold(marie, forgotten, TEN, null, marie.now().plus(Duration.ofSeconds(2)));
        news(SlotHeld.class, forgotten);
        awaitTombstone(forgotten);

        booked(karim, TEN);
    }

    @Test
    void a_hold_that_is_asked_for_too_late_is_none() {
        var booking = BookingId.of(Ids.next());

        hold(marie, booking, TEN, null, marie.now().minus(Duration.ofMinutes(1)));

        assertThat(news(SlotTaken.class, booking).reason()).isEqualTo("too_late");
    }

    @Test
    void ones_own_booking_can_be_given_up_and_nobody_elses() {
        var booking = booked(marie, TEN);
        karim.tell(Topic.ASSISTANT, new BookingCancellationRequested(booking, karim.id()));
        karim.tell(Topic.ASSISTANT, new SlotReleased(booking, karim.id()));
        karim.tell(Topic.ASSISTANT, new BookingReconfirmed(booking, karim.id()));
        var theirs = BookingId.of(Ids.next());
        book(karim, theirs, TEN, booking);
        assertThat(news(SlotTaken.class, theirs).reason()).isEqualTo("taken");
        assertThat(statusOf(booking)).isEqualTo("booked");

        marie.tell(Topic.ASSISTANT, new BookingReconfirmed(booking, marie.id()));
        var reconfirmed = news(BookingChanged.class, booking).booking();
        marie.tell(Topic.ASSISTANT, new BookingCancellationRequested(booking, marie.id()));
        var cancelled = news(BookingCancelled.class, booking).booking();

        assertThat(reconfirmed.reconfirmedAt()).isNotNull();
        assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(cancelled.version()).isGreaterThan(reconfirmed.version());
        awaitTombstone(booking);
        booked(karim, TEN);
    }

    @Test
    void what_is_heard_twice_is_done_once() {
        var booking = BookingId.of(Ids.next());
        var asked = marie.envelope(Ids.next(), marie.now(), request(marie, booking, TEN, null, null));
        events.publish(Topic.ASSISTANT, asked);
        news(BookingConfirmed.class, booking);

        events.publish(Topic.ASSISTANT, asked);
        var again = marie.tell(Topic.ASSISTANT, request(marie, booking, TEN, null, null));

        events.await(Topic.CHANGES, it -> again.id().equals(it.causedby()));
        assertThat(events.seen(Topic.CHANGES, BookingConfirmed.class))
                .filteredOn(it -> it.booking().id().equals(booking))
                .hasSize(2)
                .extracting(it -> it.booking().version())
                .containsOnly(1L);
    }

    @Test
    void the_database_itself_lets_nobody_lie_over_another() {
        var booking = booked(marie, TEN);

        assertThatThrownBy(() -> transaction
                        .in(
                                salon.id(),
                                database.sql("""
                                                insert into booking (id, party, version, status, services, practitioner,
                                                                     practitioner_name, seat, starts_at, ends_at,
                                                                     occupied_until, customer_name, by_assistant,
                                                                     created_at)
                                                select x, x, 1, 'booked', services, practitioner, practitioner_name,
                                                       seat, starts_at + interval '30 minutes',
                                                       ends_at + interval '30 minutes',
                                                       occupied_until + interval '30 minutes', 'Personne', false,
                                                       created_at
                                                from booking, gen_random_uuid() x where id = :id
                                                """).bind("id", booking.value()).then())
                        .block(PATIENCE))
                .hasMessageContaining("no_double_booking");
    }

    @Test
    void bookings_are_listed_from_the_earliest_on() {
        var later = booked(marie, Diary.at(4, "10:00"));
        var earlier = booked(karim, TEN);

        var first = page("?limit=1");
        var second = page("?limit=1&cursor=" + first.nextCursor());
        var between = page("?from=" + Diary.at(4, "00:00") + "&to=" + Diary.at(5, "00:00"));

        assertThat(first.items()).extracting(ChangeEvent.Booking::id).containsExactly(earlier);
        assertThat(second.items()).extracting(ChangeEvent.Booking::id).containsExactly(later);
        assertThat(second.nextCursor()).isNull();
        assertThat(between.items()).extracting(ChangeEvent.Booking::id).containsExactly(later);
    }

    private BookingPage page(String query) {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/bookings" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(BookingPage.class)
                .returnResult()
                .getResponseBody());
    }

    private BookingId booked(Correspondence customer, Instant start) {
        var booking = BookingId.of(Ids.next());
        book(customer, booking, start, null);
        news(BookingConfirmed.class, booking);
        return booking;
    }

    private void hold(Correspondence customer, BookingId booking, Instant start, @Nullable BookingId replaces) {
        hold(customer, booking, start, replaces, customer.now().plus(Duration.ofMinutes(10)));
    }

    private void hold(
            Correspondence customer, BookingId booking, Instant start, @Nullable BookingId replaces, Instant until) {
        customer.tell(
                Topic.ASSISTANT,
                new SlotHoldRequested(
                        booking, customer.id(), List.of(diary.manicure().service()), null, start, until, replaces));
    }

    private void book(Correspondence customer, BookingId booking, Instant start, @Nullable BookingId replaces) {
        book(customer, booking, start, replaces, null);
    }

    private void book(
            Correspondence customer,
            BookingId booking,
            Instant start,
            @Nullable BookingId replaces,
            @Nullable PractitionerId with) {
        customer.tell(Topic.ASSISTANT, request(customer, booking, start, replaces, with));
    }

    private BookingRequested request(
            Correspondence customer,
            BookingId booking,
            Instant start,
            @Nullable BookingId replaces,
            @Nullable PractitionerId with) {
        return new BookingRequested(
                booking,
                customer.id(),
                List.of(diary.manicure().service()),
                with,
                start,
                "Camille Dupont",
                "+33639980012",
                replaces);
    }

    private <N extends BookingNews> N news(Class<N> type, BookingId booking) {
        return events.await(Topic.CHANGES, type, it -> isOf(it, booking));
    }

    private static boolean news(BookingNews news, List<BookingId> bookings) {
        return bookings.stream().anyMatch(it -> isOf(news, it));
    }

    private static boolean isOf(BookingNews news, BookingId booking) {
        return booking.equals(
                switch (news) {
                    case SlotHeld held -> held.booking();
                    case SlotTaken taken -> taken.booking();
                    case BookingConfirmed confirmed -> confirmed.booking().id();
                    case BookingChanged changed -> changed.booking().id();
                    case BookingCancelled cancelled -> cancelled.booking().id();
                    case BookingReminded reminded -> reminded.booking();
                });
    }

    private String statusOf(BookingId booking) {
        return Objects.requireNonNull(transaction
                .in(
                        salon.id(),
                        database.sql("select status from booking where id = :id")
                                .bind("id", booking.value())
                                .mapValue(String.class)
                                .one())
                .block(PATIENCE));
    }

    private void awaitTombstone(BookingId booking) {
        await().atMost(Duration.ofSeconds(30)).until(() -> gone(booking));
    }

    private boolean gone(BookingId booking) {
        return COPY.get(booking.toString()) instanceof Optional<Envelope> last && last.isEmpty();
    }
}
