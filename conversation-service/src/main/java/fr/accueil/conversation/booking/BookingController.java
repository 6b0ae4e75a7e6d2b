package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What is booked.
@RestController
@RequestMapping("/api/bookings")
class BookingController {

    private static final String LIMIT = "La limite va de 1 à 500.";

    private final TenantTransaction transaction;
    private final Bookings bookings;

    BookingController(TenantTransaction transaction, Bookings bookings) {
        this.transaction = transaction;
        this.bookings = bookings;
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
}
