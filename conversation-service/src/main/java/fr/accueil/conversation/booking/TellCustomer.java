package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.template.Rendered;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.conversation.transcript.SendByHouse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells a customer, in the name of the house, what the team did with their booking, where they may be written to. In
/// the transaction that holds the conversation's lock, if there is one.
@Component
class TellCustomer {

    private final Tenants tenants;
    private final SendByHouse send;

    TellCustomer(Tenants tenants, SendByHouse send) {
        this.tenants = tenants;
        this.send = send;
    }

    Mono<Telling> tell(
            Optional<Conversation> conversation, Booking booking, Instant now, Function<Tenant, String> words) {
        return switch (may(conversation, booking, now)) {
            case Telling.Untold untold -> Mono.just(untold);
            case Telling.Told told ->
                tenants.find(booking.tenant())
                        .map(words)
                        .flatMap(text -> send.send(conversation.orElseThrow(), new Rendered(text, null)))
                        .thenReturn(told);
        };
    }

    /// What [#tell] would come to.
    static Telling may(Optional<Conversation> conversation, Booking booking, Instant now) {
        if (conversation.isEmpty()) {
            return new Telling.Untold(NotTold.NO_CONVERSATION);
        }
        if (booking.start().isBefore(now)) {
            return new Telling.Untold(NotTold.PAST);
        }
        if (conversation.get().optedOutAt() != null) {
            return new Telling.Untold(NotTold.OPTED_OUT);
        }
        var until = conversation.get().activity().freeTextUntil();
        return until == null || !now.isBefore(until) ? new Telling.Untold(NotTold.WINDOW_CLOSED) : new Telling.Told();
    }
}
