package fr.accueil.conversation.tenant;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.secrets.Secrets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// After a rotation of the key: what an older one sealed is sealed by the present one, and told, so that the older one
/// can go.
@Component
public class SealAnew {

    private final Channels channels;
    private final Secrets secrets;
    private final WorkspaceTopics topics;

    SealAnew(Channels channels, Secrets secrets, WorkspaceTopics topics) {
        this.channels = channels;
        this.secrets = secrets;
        this.topics = topics;
    }

    /// In the open transaction of this tenant.
    public Mono<Void> sealAnew(TenantId tenant) {
        return channels.findAll()
                .filter(it -> !sealedIn(it).allMatch(secrets::isCurrent))
                .concatMap(it -> channels.find(ChannelId.of(it.id())))
                .concatMap(it -> saveAndTell(tenant, sealedAnew(tenant, it)))
                .then();
    }

    private static Stream<String> sealedIn(Channels.Row row) {
        return Stream.concat(row.tokens().stream(), Stream.ofNullable(row.pendingToken()));
    }

    private Channels.Row sealedAnew(TenantId tenant, Channels.Row row) {
        var channel = ChannelId.of(row.id());
        UnaryOperator<String> anew = it -> secrets.encrypt(secrets.decrypt(it, tenant, channel), tenant, channel);
        var pending = row.pendingToken();
        return row.withTokens(row.tokens().stream().map(anew).toList(), pending == null ? null : anew.apply(pending));
    }

    private Mono<Void> saveAndTell(TenantId tenant, Channels.Row row) {
        return channels.save(row).then(Mono.defer(() -> row.address() == null ? Mono.empty() : tell(tenant, row)));
    }

    private Mono<Void> tell(TenantId tenant, Channels.Row row) {
        return topics.tell(Topic.CHANNELS, tenant, row.id().toString(), row.toEvent(tenant));
    }
}
