package fr.accueil.conversation.tenant;

import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.secrets.Secrets;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Saves a channel, its token encrypted, and tells the other services when it is not as they know it.
@Component
public class SaveChannel {

    private final TenantTransaction transaction;
    private final Channels channels;
    private final Secrets secrets;
    private final WorkspaceTopics topics;

    SaveChannel(TenantTransaction transaction, Channels channels, Secrets secrets, WorkspaceTopics topics) {
        this.transaction = transaction;
        this.channels = channels;
        this.secrets = secrets;
        this.topics = topics;
    }

    public Mono<Void> save(Channel channel) {
        var known =
                channels.find(channel.id()).filter(row -> isSame(channel, row)).hasElement();
        return transaction.in(
                channel.tenant(), known.flatMap(same -> same ? Mono.<Void>empty() : saveAndTell(channel)));
    }

    /// Ciphertexts of one token differ each time: what counts is what they hold.
    private boolean isSame(Channel channel, Channels.Row row) {
        return channel.address().equals(row.address())
                && row.accountSid().equals(channel.accountSid())
                && Objects.equals(row.messagingServiceSid(), channel.messagingServiceSid())
                && row.tokens().size() == 1
                && secrets.decrypt(row.tokens().getFirst(), channel.tenant(), channel.id())
                        .equals(channel.authToken());
    }

    private Mono<Void> saveAndTell(Channel channel) {
        var token = secrets.encrypt(channel.authToken(), channel.tenant(), channel.id());
        var row = Channels.Row.connected(channel.id(), channel, token);
        return channels.save(row)
                .then(Mono.defer(() -> topics.tell(
                        Topic.CHANNELS, channel.tenant(), channel.id().toString(), row.toEvent(channel.tenant()))));
    }
}
