package fr.accueil.notification.delivery;

import fr.accueil.notification.channel.Channel;
import java.time.Instant;
import java.util.Set;
import reactor.core.publisher.Mono;

/// The provider that brings messages to customers' phones: paid, slow and at times unreliable.
public interface WhatsApp {

    /// One call, never repeated by what stands behind it. Never an error: what is not known is an outcome too.
    Mono<SendOutcome> requestSend(Dispatch dispatch);

    /// Looks whether a call of ours whose outcome is not known was taken.
    ///
    /// @param since by the provider's dates; earlier than our own, for clocks differ
    /// @param others sids of the same recipient's messages that are known to be of other calls
    /// @return never an error
    Mono<Sighting> requestSighting(Dispatch dispatch, Instant since, Set<String> others);

    /// Shows "typing…" on the phone of who wrote the message.
    ///
    /// @return [TypingNotShown] (as an error) when it failed
    Mono<Void> requestTyping(Channel channel, String providerSid);

    class TypingNotShown extends RuntimeException {

        public TypingNotShown(String reason) {
            super(reason);
        }
    }
}
