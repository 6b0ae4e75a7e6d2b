package fr.accueil.notification.reconciliation;

import fr.accueil.events.InboundEvent.Media;
import fr.accueil.notification.channel.Channel;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the provider knows to have received for a channel. Every error is a [NotListed].
public interface MessageLists {

    /// @return page by page, each message once or more; of one second, the newest first; nothing of other
    /// channels or directions
    Flux<List<ListedMessage>> requestReceived(Channel channel, Instant from, Instant until);

    /// What came with one of them, in its order.
    Mono<List<Media>> requestMedia(Channel channel, String sid);

    /// The provider could not be asked.
    class NotListed extends RuntimeException {

        private final String sentence;

        /// @param sentence for the manager, French
        public NotListed(String sentence, String reason) {
            super(reason);
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
