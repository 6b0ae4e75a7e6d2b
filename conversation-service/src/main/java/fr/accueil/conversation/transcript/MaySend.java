package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.events.OutboundEvent.Template;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What a person may send to a customer right now. notification-service checks the same again at the moment of sending.
@Component
class MaySend {

    private final Clock clock;

    MaySend(Clock clock) {
        this.clock = clock;
    }

    /// @param template what is sent by an approved template may go outside the window
    /// @throws OptedOut (as an error) when the customer wants no messages
    /// @throws WindowClosed (as an error) for free text when the customer's last message is too old
    Mono<Void> check(Conversation conversation, @Nullable Template template) {
        return Mono.defer(() -> {
            if (conversation.optedOutAt() != null) {
                return Mono.error(new OptedOut());
            }
            return template == null && isClosed(conversation) ? Mono.error(new WindowClosed()) : Mono.empty();
        });
    }

    private boolean isClosed(Conversation conversation) {
        var until = conversation.activity().freeTextUntil();
        return until == null || !clock.instant().isBefore(until);
    }
}
