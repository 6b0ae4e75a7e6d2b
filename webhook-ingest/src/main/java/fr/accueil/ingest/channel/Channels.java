package fr.accueil.ingest.channel;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import fr.accueil.platform.secrets.Secrets;
import fr.accueil.platform.secrets.Secrets.UnreadableSecret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Every business's channels, by the Twilio account that calls for them: a local copy of `workspace.channels.v1`.
/// An account may be shared by several businesses.
@Component
public class Channels {

    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    private final Map<ChannelId, Channel> byId = new ConcurrentHashMap<>();
    private final Map<String, Map<ChannelId, Channel>> byAccount = new ConcurrentHashMap<>();
    private final Secrets secrets;
    private final CompactedCopy copy;

    Channels(CompactedCopies copies, Secrets secrets) {
        this.secrets = secrets;
        this.copy = copies.follow(Topic.CHANNELS, this::apply);
    }

    /// Whether all channels that there were at start have been read. Before that, nobody can be called a stranger.
    public boolean ready() {
        return copy.ready();
    }

    public Collection<Channel> ofAccount(String accountSid) {
        return byAccount.getOrDefault(accountSid, Map.of()).values();
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            forget(ChannelId.of(key));
        } else if (envelope.data() instanceof ChannelSaved saved) {
            remember(toChannel(saved));
        }
    }

    /// Puts the new before it takes away the old: at no instant is a channel that is only being changed unknown.
    private void remember(Channel channel) {
        byAccount
                .computeIfAbsent(channel.accountSid(), _ -> new ConcurrentHashMap<>())
                .put(channel.id(), channel);
        var old = byId.put(channel.id(), channel);
        if (old != null && !old.accountSid().equals(channel.accountSid())) {
            removeFromAccount(old);
        }
    }

    private void forget(ChannelId id) {
        var old = byId.remove(id);
        if (old != null) {
            removeFromAccount(old);
        }
    }

    private void removeFromAccount(Channel channel) {
        byAccount.computeIfPresent(channel.accountSid(), (_, channels) -> {
            channels.remove(channel.id());
            return channels.isEmpty() ? null : channels;
        });
    }

    private Channel toChannel(ChannelSaved saved) {
        var tokens = new ArrayList<String>();
        var readable = true;
        for (var encrypted : saved.authTokens()) {
            try {
                tokens.add(secrets.decrypt(encrypted, saved.tenant(), saved.channel()));
            } catch (UnreadableSecret e) {
                readable = false;
                log.error(
                        "A token of channel {} cannot be decrypted: is ACCUEIL_SECRET_KEY the right one?",
                        saved.channel(),
                        e);
            }
        }
        tokens.removeIf(String::isBlank);
        return new Channel(
                saved.channel(),
                saved.tenant(),
                saved.address(),
                saved.accountSid(),
                saved.messagingServiceSid(),
                List.copyOf(tokens),
                readable);
    }
}
