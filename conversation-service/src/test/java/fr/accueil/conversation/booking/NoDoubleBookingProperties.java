package fr.accueil.conversation.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.events.AssistantEvent.BookingCancellationRequested;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.AssistantEvent.SlotHoldRequested;
import fr.accueil.events.AssistantEvent.SlotReleased;
import fr.accueil.events.BookingId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestContextManager;
import reactor.core.publisher.Mono;

/// No double booking, ever: whatever many customers do at once, in the real database, in the context that the other
/// tests have.
class NoDoubleBookingProperties extends ServiceTest {

    private static final String LIES_OVER = """
            select count(*) from booking a join booking b
              on b.tenant = a.tenant and b.id > a.id and b.seat = a.seat
                and b.practitioner is not distinct from a.practitioner
                and a.starts_at < b.occupied_until and b.starts_at < a.occupied_until
            where a.status %1$s and b.status %1$s %2$s
            """;

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    Conversations conversations;

    @Autowired
    HoldSlot holds;

    @Autowired
    BookSlot bookings;

    @Autowired
    GiveUpBooking given;

    @Autowired
    AgendaDesk desk;

    @Autowired
    Clock clock;

    @BeforeTry
    void in_the_context_of_all_tests() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void a_practitioner_has_one_customer_at_a_time(@ForAll("customers") List<List<Step>> customers) throws Exception {
        var salon = aSalon();
        play(salon, save(Diary.ofTeam(salon.id(), "Inès", "Léa")), customers);
        assertNobodyLiesOverAnother(salon, 1);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void a_seat_has_one_customer_at_a_time(@ForAll("customers") List<List<Step>> customers) throws Exception {
        var salon = aSalon();
        play(salon, save(Diary.ofSeats(salon.id(), 3)), customers);
        assertNobodyLiesOverAnother(salon, 3);
    }

    /// What one customer does next with the slot of that number.
    record Step(Deed deed, int slot) {}

    enum Deed {
        HOLD,
        HOLD_FOR_AN_INSTANT,
        BOOK_HELD,
        BOOK,
        MOVE_HELD,
        MOVE,
        RELEASE,
        CANCEL,
        EXPIRE
    }

    @Provide
    Arbitrary<List<List<Step>>> customers() {
        var step = Combinators.combine(
                        Arbitraries.of(Deed.class), Arbitraries.integers().between(0, 7))
                .as(Step::new);
        return step.list().ofMinSize(4).ofMaxSize(10).list().ofMinSize(4).ofMaxSize(8);
    }

    private void play(Salon salon, Diary diary, List<List<Step>> customers) throws InterruptedException {
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var steps : customers) {
                var customer = new Customer(salon, diary, ConversationId.of(Ids.next()));
                running.add(threads.submit(() -> steps.forEach(customer::take)));
            }
        }
        for (var done : running) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new AssertionError("a step failed", e.getCause());
            }
        }
    }

    private void assertNobodyLiesOverAnother(Salon salon, int seats) {
        assertThat(count(salon, LIES_OVER.formatted("<> 'cancelled'", "and a.party <> b.party")))
                .as("two that live")
                .isZero();
        assertThat(count(salon, LIES_OVER.formatted("= 'booked'", "")))
                .as("two that are booked")
                .isZero();
        assertThat(count(salon, "select count(*) from booking where seat > " + seats))
                .as("seats that are not there")
                .isZero();
        assertThat(count(salon, "select count(*) from booking b where status = 'booked' and party <> id"))
                .isZero();
    }

    private long count(Salon salon, String sql) {
        return Objects.requireNonNull(transaction
                .in(salon.id(), database.sql(sql).mapValue(Long.class).one())
                .block(PATIENCE));
    }

    private final class Customer {

        private final Salon salon;
        private final Diary diary;
        private final ConversationId conversation;
        private BookingId wish = BookingId.of(Ids.next());
        private @Nullable BookingId mine;

        Customer(Salon salon, Diary diary, ConversationId conversation) {
            this.salon = salon;
            this.diary = diary;
            this.conversation = conversation;
        }

        void take(Step step) {
            var start = Diary.at(5, "09:00").plus(Duration.ofMinutes(20L * step.slot()));
            switch (step.deed()) {
                case HOLD -> act(hold(start, Duration.ofMinutes(5), null));
                case HOLD_FOR_AN_INSTANT -> act(hold(start, Duration.ofMillis(5), null));
                case BOOK_HELD -> {
                    act(hold(start, Duration.ofMinutes(5), null).then(book(start, null)));
                    own();
                }
                case BOOK -> {
                    act(book(start, null));
                    own();
                }
                case MOVE_HELD -> {
                    act(hold(start, Duration.ofMinutes(5), mine));
                    act(book(start, mine));
                    own();
                }
                case MOVE -> {
                    act(book(start, mine));
                    own();
                }
                case RELEASE -> act(holds.release(salon.id(), new SlotReleased(wish, conversation)));
                case CANCEL -> {
                    if (mine != null) {
                        act(given.cancel(salon.id(), new BookingCancellationRequested(mine, conversation), Ids.next()));
                    }
                }
                case EXPIRE -> act(desk.expire(salon.id()));
            }
        }

        private Mono<Void> hold(Instant start, Duration until, @Nullable BookingId replaces) {
            return Mono.defer(() -> holds.hold(
                    salon.id(),
                    new SlotHoldRequested(
                            wish,
                            conversation,
                            List.of(diary.manicure().service()),
                            null,
                            start,
                            clock.instant().plus(until),
                            replaces),
                    Ids.next()));
        }

        private Mono<Void> book(Instant start, @Nullable BookingId replaces) {
            return Mono.defer(() -> bookings.book(
                    salon.id(),
                    new BookingRequested(
                            wish,
                            conversation,
                            List.of(diary.manicure().service()),
                            null,
                            start,
                            "Client",
                            null,
                            replaces),
                    Ids.next()));
        }

        /// The next wish is another one, once this is booked.
        private void own() {
            var booked = transaction
                    .in(
                            salon.id(),
                            database.sql("select count(*) from booking where id = :id and status = 'booked'")
                                    .bind("id", wish.value())
                                    .mapValue(Long.class)
                                    .one())
                    .block(PATIENCE);
            if (Objects.requireNonNull(booked) == 1) {
                mine = wish;
                wish = BookingId.of(Ids.next());
            }
        }

        private void act(Mono<Void> deed) {
            transaction
                    .in(
                            salon.id(),
                            conversations.lockOrOpen(salon.id(), conversation).then(deed))
                    .block(PATIENCE);
        }
    }
}
