package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What is booked, seen and changed by the team.
@RestController
@RequestMapping("/api/bookings")
class BookingController {

    private static final String LIMIT = "La limite va de 1 à 500.";

    private static final String KEY = "La clé d'idempotence a de 1 à 200 caractères.";

    private final TenantTransaction transaction;
    private final Bookings bookings;
    private final BookByHand book;
    private final MoveByHand move;
    private final CancelByHand cancel;

    BookingController(
            TenantTransaction transaction, Bookings bookings, BookByHand book, MoveByHand move, CancelByHand cancel) {
        this.transaction = transaction;
        this.bookings = bookings;
        this.book = book;
        this.move = move;
        this.cancel = cancel;
    }

    @Operation(operationId = "listBookings", summary = "What is or was booked between two instants, earliest first")
    @Needs(Right.HANDLE_BOOKINGS)
    @GetMapping
    Mono<BookingPage> list(
            Member member,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        return transaction
                .in(member.tenant(), bookings.findBetween(from, to, PageCursor.parse(cursor), limit + 1))
                .map(found -> BookingPage.of(found, limit));
    }

    @Operation(operationId = "getBooking", summary = "One booking")
    @Needs(Right.HANDLE_BOOKINGS)
    @GetMapping("/{id}")
    Mono<ChangeEvent.Booking> get(Member member, @PathVariable BookingId id) {
        return transaction
                .in(member.tenant(), bookings.find(id))
                .filter(it -> !(it.state() instanceof Booking.State.Held))
                .map(Booking::toView)
                .switchIfEmpty(Mono.error(BookingUnknown::new));
    }

    @Operation(
            operationId = "enterBooking",
            summary = "Enters a visit by hand, and tells its customer if they may be written to",
            description = "Outside the opening hours with `override`, never over another booking."
                    + " The same Idempotency-Key gives the same booking, however often it is sent.")
    @Needs(Right.HANDLE_BOOKINGS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<HandledBooking> book(
            Member member,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key,
            @RequestBody @Valid BookRequest request) {
        return book.book(member, request, key);
    }

    @Operation(
            operationId = "moveBooking",
            summary = "Moves a booking, and tells its customer if they may be written to",
            description = "Outside the opening hours with `override`, never over another booking.")
    @Needs(Right.HANDLE_BOOKINGS)
    @PostMapping("/{id}/move")
    Mono<HandledBooking> move(
            Member member, @PathVariable BookingId id, @RequestBody @Valid MoveBookingRequest request) {
        return move.move(member, id, request);
    }

    @Operation(
            operationId = "cancelBooking",
            summary = "Cancels a booking, and tells its customer if they may be written to")
    @Needs(Right.HANDLE_BOOKINGS)
    @PostMapping("/{id}/cancel")
    Mono<HandledBooking> cancel(
            Member member, @PathVariable BookingId id, @RequestBody @Valid CancelBookingRequest request) {
        return cancel.cancel(member, id, request);
    }
}
