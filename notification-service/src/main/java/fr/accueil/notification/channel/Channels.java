package fr.accueil.notification.channel;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import fr.accueil.platform.secrets.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The local copy of `workspace.channels`; readiness waits for it. Tokens stay encrypted here and are opened at each
/// use.
@Component
public class Channels {

    private final ConcurrentMap<String, ChannelSaved> known = new ConcurrentHashMap<>();
    private final Secrets secrets;
    private final CompactedCopy copy;

    Channels(CompactedCopies copies, Secrets secrets) {
        this.secrets = secrets;
        this.copy = copies.follow(Topic.CHANNELS, this::apply);
    }

    /// Whether what is not known is really not there.
    public boolean ready() {
        return copy.ready();
    }

    /// Every channel that can call Twilio, of all tenants.
    public List<ChannelSaved> all() {
        return known.values().stream().filter(it -> !it.authTokens().isEmpty()).toList();
    }

    /// @return empty when there is no such channel, or when it is another tenant's
    public Optional<Channel> find(TenantId tenant, ChannelId channel) {
        return Optional.ofNullable(known.get(channel.toString()))
                .filter(it -> it.tenant().equals(tenant))
                .filter(it -> !it.authTokens().isEmpty())
                .map(this::open);
    }

    private Channel open(ChannelSaved saved) {
        var tokens = saved.authTokens().stream()
                .map(it -> secrets.decrypt(it, saved.tenant(), saved.channel()))
                .toList();
        return new Channel(saved.channel(), saved.tenant(), saved.address(), saved.accountSid(), tokens);
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            known.remove(key);
        } else if (envelope.data() instanceof ChannelSaved saved) {
            known.put(key, saved);
        }
    }
}
