package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.events.BookingId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Held and booked slots of the tenant whose transaction is open. Who changes any of them has the agenda's lock.
@Repository
class Bookings {

    private static final String SELECT = """
            select tenant, id, version, conversation, status, services::text as services, practitioner,
                   practitioner_name, seat, starts_at, ends_at, occupied_until, held_until, customer_name, phone,
                   by_assistant, created_at, reminded_at, reminder_problem, reconfirmed_at
            from booking
            """;

    private final DatabaseClient database;

    Bookings(DatabaseClient database) {
        this.database = database;
    }

    /// Also one that is only held.
    Mono<Booking> find(BookingId id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id.value())
                .mapProperties(BookingRow.class)
                .one()
                .map(BookingRow::toBooking);
    }

    /// All that takes something at this instant or later.
    Flux<Booking> findTaken(Instant from) {
        return database.sql(SELECT + "where status <> 'cancelled' and occupied_until > :from")
                .bind("from", from)
                .mapProperties(BookingRow.class)
                .all()
                .map(BookingRow::toBooking);
    }

    /// All of a customer's, by themselves, their conversations or a number of theirs, made up to then; in one order.
    Flux<Booking> findOf(List<UUID> ids, List<UUID> conversations, List<String> phones, Instant until) {
        return database.sql(SELECT + """
                        where created_at <= :until and
                          (id = any(:ids) or conversation = any(:conversations) or phone = any(:phones))
                        order by id""")
                .bind("until", until)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("conversations", conversations.toArray(UUID[]::new))
                .bind("phones", phones.toArray(String[]::new))
                .mapProperties(BookingRow.class)
                .all()
                .map(BookingRow::toBooking);
    }

    /// What was booked, the earliest first, from after the cursor on.
    Mono<List<Booking>> findBetween(
            @Nullable Instant from, @Nullable Instant to, @Nullable PageCursor after, int limit) {
        var sql = SELECT + "where status <> 'held'"
                + (from == null ? "" : " and ends_at > :from")
                + (to == null ? "" : " and starts_at < :to")
                + (after == null ? "" : " and (starts_at, id) > (:at, :id)")
                + " order by starts_at, id limit :limit";
        var select = database.sql(sql).bind("limit", limit);
        if (from != null) {
            select = select.bind("from", from);
        }
        if (to != null) {
            select = select.bind("to", to);
        }
        if (after != null) {
            select = select.bind("at", after.at()).bind("id", after.id());
        }
        return select.mapProperties(BookingRow.class)
                .all()
                .map(BookingRow::toBooking)
                .collectList();
    }

    /// @param party of which one thing at a time may be anywhere: the booking that is moved stands in nobody's own way
    /// @return false when the database says that somebody else has the slot: nothing is changed then
    Mono<Boolean> insert(Booking booking, BookingId party) {
        var row = BookingRow.of(booking);
        return bound(database.sql("""
                        insert into booking (id, party, version, conversation, status, services, practitioner,
                                             practitioner_name, seat, starts_at, ends_at, occupied_until, held_until,
                                             customer_name, phone, by_assistant, created_at)
                        values (:id, :party, :version, :conversation, :status, cast(:services as jsonb), :practitioner,
                                :practitionerName, :seat, :startsAt, :endsAt, :occupiedUntil, :heldUntil,
                                :customerName, :phone, :byAssistant, :createdAt)
                        on conflict do nothing
                        """), row)
                .bind("party", party.value())
                .bind("conversation", Parameter.fromOrEmpty(row.conversation(), UUID.class))
                .bind("services", row.services())
                .bind("practitioner", Parameter.fromOrEmpty(row.practitioner(), UUID.class))
                .bind("practitionerName", Parameter.fromOrEmpty(row.practitionerName(), String.class))
                .bind("seat", row.seat())
                .bind("startsAt", row.startsAt())
                .bind("endsAt", row.endsAt())
                .bind("occupiedUntil", row.occupiedUntil())
                .bind("byAssistant", row.byAssistant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// What can change of one. It is nobody's but its own party then.
    Mono<Void> update(Booking booking) {
        var row = BookingRow.of(booking);
        return bound(database.sql("""
                        update booking set
                          party = id, version = :version, status = :status, held_until = :heldUntil,
                          customer_name = :customerName, phone = :phone, created_at = :createdAt,
                          reminded_at = :remindedAt, reminder_problem = :reminderProblem,
                          reconfirmed_at = :reconfirmedAt
                        where id = :id
                        """), row)
                .bind("remindedAt", Parameter.fromOrEmpty(row.remindedAt(), Instant.class))
                .bind("reminderProblem", Parameter.fromOrEmpty(row.reminderProblem(), String.class))
                .bind("reconfirmedAt", Parameter.fromOrEmpty(row.reconfirmedAt(), Instant.class))
                .then();
    }

    /// To another time or place, of which nobody was reminded yet.
    Mono<Void> move(Booking booking) {
        var row = BookingRow.of(booking);
        return database.sql("""
                        update booking set
                          version = :version, practitioner = :practitioner, practitioner_name = :practitionerName,
                          seat = :seat, starts_at = :startsAt, ends_at = :endsAt, occupied_until = :occupiedUntil,
                          reminded_at = null, reminder_problem = null, reconfirmed_at = null
                        where id = :id
                        """)
                .bind("id", row.id())
                .bind("version", row.version())
                .bind("practitioner", Parameter.fromOrEmpty(row.practitioner(), UUID.class))
                .bind("practitionerName", Parameter.fromOrEmpty(row.practitionerName(), String.class))
                .bind("seat", row.seat())
                .bind("startsAt", row.startsAt())
                .bind("endsAt", row.endsAt())
                .bind("occupiedUntil", row.occupiedUntil())
                .then();
    }

    /// Whose it was.
    Mono<Void> forgetCustomer(Booking nameless) {
        return database.sql("""
                        update booking set version = :version, conversation = null, customer_name = :name, phone = null
                        where id = :id
                        """)
                .bind("version", nameless.version())
                .bind("name", nameless.customerName())
                .bind("id", nameless.id().value())
                .then();
    }

    /// What is held under this id, if it is only held.
    Flux<BookingId> deleteHeld(BookingId id) {
        return delete(database.sql("delete from booking where status = 'held' and id = :id returning id")
                .bind("id", id.value()));
    }

    /// What else is held to move this booking to.
    Flux<BookingId> deleteHeldFor(BookingId party) {
        return delete(database.sql("delete from booking where status = 'held' and party = :party returning id")
                .bind("party", party.value()));
    }

    Flux<BookingId> deleteExpired(Instant now) {
        return delete(database.sql("delete from booking where status = 'held' and held_until <= :now returning id")
                .bind("now", now));
    }

    private static Flux<BookingId> delete(DatabaseClient.GenericExecuteSpec deletion) {
        return deletion.mapValue(UUID.class).all().map(BookingId::of);
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec statement, BookingRow row) {
        return statement
                .bind("id", row.id())
                .bind("version", row.version())
                .bind("status", row.status())
                .bind("heldUntil", Parameter.fromOrEmpty(row.heldUntil(), Instant.class))
                .bind("customerName", row.customerName())
                .bind("phone", Parameter.fromOrEmpty(row.phone(), String.class))
                .bind("createdAt", row.createdAt());
    }
}
