package fr.accueil.conversation.tenant;

import fr.accueil.events.ChannelId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The channels of the tenant whose transaction is open, without their secrets.
@Component
public class Senders {

    private final Channels channels;

    Senders(Channels channels) {
        this.channels = channels;
    }

    public Flux<Sender> findAll() {
        return channels.findAll().map(Senders::toSender);
    }

    /// Holds the channel until the transaction ends.
    public Mono<Sender> lock(ChannelId id) {
        return channels.find(id).map(Senders::toSender);
    }

    static Sender toSender(Channels.Row row) {
        return new Sender(
                ChannelId.of(row.id()),
                stateOf(row),
                row.address() == null ? row.wantedAddress() : row.address(),
                row.accountSid(),
                row.messagingServiceSid(),
                row.pendingToken() == null && !row.tokens().isEmpty(),
                row.version());
    }

    private static Sender.State stateOf(Channels.Row row) {
        if (row.address() != null) {
            return Sender.State.CONNECTED;
        }
        return row.disconnectedAt() == null ? Sender.State.DRAFT : Sender.State.DISCONNECTED;
    }
}
