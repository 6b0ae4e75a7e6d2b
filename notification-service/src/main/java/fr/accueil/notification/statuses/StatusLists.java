package fr.accueil.notification.statuses;

import fr.accueil.notification.channel.Channel;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;

/// What the provider knows of the messages that a channel sent. Every error is a [NotListed].
public interface StatusLists {

    /// @return page by page, the newest first, each message once or more, until they are older than what is asked for
    Flux<List<ListedStatus>> requestSent(Channel channel, Instant since);

    /// The provider could not be asked.
    class NotListed extends RuntimeException {

        public NotListed(String reason) {
            super(reason);
        }
    }
}
