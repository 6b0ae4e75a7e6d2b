package fr.accueil.conversation.channel;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.problem.VersionMissing;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.ChannelRefused;
import fr.accueil.conversation.tenant.ConnectChannel;
import fr.accueil.conversation.tenant.Sender;
import fr.accueil.conversation.tenant.Senders;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Ids;
import fr.accueil.platform.database.TenantTransaction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What an owner does to numbers by hand. Each change is followed by a look at Twilio.
@Component
class EditChannels {

    /// Of ids that are computed from who connects and their idempotency key.
    private static final UUID NAMESPACE = UUID.fromString("6f0b3c9e-2d41-5b7a-9c86-1a4e7d52b803");

    private final TenantTransaction transaction;
    private final Senders senders;
    private final ConnectChannel connect;
    private final ChannelFacts facts;
    private final RequestsTopic requests;
    private final AuditLog audit;

    EditChannels(
            TenantTransaction transaction,
            Senders senders,
            ConnectChannel connect,
            ChannelFacts facts,
            RequestsTopic requests,
            AuditLog audit) {
        this.transaction = transaction;
        this.senders = senders;
        this.connect = connect;
        this.facts = facts;
        this.requests = requests;
        this.audit = audit;
    }

    /// @param key of idempotency: the same person and key give the same channel, however often it is sent
    Mono<ChannelId> add(Member member, ConnectRequest request, @Nullable String key) {
        if (request.authToken() == null) {
            return Mono.error(ChannelRefused.withoutToken());
        }
        var id = ChannelId.of(
                key == null
                        ? Ids.next()
                        : Ids.computed(NAMESPACE, "channel", member.tenant().toString(), member.subject(), key));
        return transaction.in(
                member.tenant(),
                connect.add(member.tenant(), id, request.toCredentials())
                        .flatMap(added -> record(member, null, added, true))
                        .thenReturn(id));
    }

    /// @throws fr.accueil.conversation.problem.ChangedMeanwhile (as an error) when it is no longer what the person saw
    Mono<Void> change(Member member, ChannelId id, ConnectRequest request) {
        var seen = request.version();
        if (seen == null) {
            return Mono.error(new VersionMissing());
        }
        return transaction.in(
                member.tenant(),
                lock(id).flatMap(before -> connect.change(member.tenant(), id, seen, request.toCredentials())
                        .flatMap(after -> facts.forget(id, ChannelFacts.Kind.CHECK)
                                .then(Mono.defer(() -> record(member, before, after, request.authToken() != null))))));
    }

    private Mono<Void> record(Member member, @Nullable Sender before, Sender after, boolean withToken) {
        return audit.record(
                        member,
                        Action.CHANNEL_SAVED,
                        after.id(),
                        labelOf(after),
                        before == null ? null : Entered.of(before, false),
                        Entered.of(after, withToken))
                .then(Mono.defer(() -> ask(member, after.id())));
    }

    Mono<Void> remove(Member member, ChannelId id, long seen) {
        return transaction.in(
                member.tenant(),
                connect.remove(member.tenant(), id, seen)
                        .flatMap(removed -> facts.forget(id, ChannelFacts.Kind.CHECK)
                                .then(Mono.defer(
                                        () -> audit.record(member, Action.CHANNEL_REMOVED, id, labelOf(removed))))));
    }

    /// In a transaction of its own.
    Mono<Void> check(Member member, ChannelId id) {
        return transaction.in(member.tenant(), lock(id).flatMap(_ -> ask(member, id)));
    }

    private Mono<Sender> lock(ChannelId id) {
        return senders.lock(id).switchIfEmpty(Mono.error(ChannelRefused::unknown));
    }

    private Mono<Void> ask(Member member, ChannelId id) {
        return connect.toCheck(id).flatMap(request -> requests.ask(member.tenant(), id, request));
    }

    private static String labelOf(Sender sender) {
        return sender.address() == null ? sender.accountSid() : sender.address().replaceFirst("^whatsapp:", "");
    }

    /// What the audit log shows of a channel: that there is another token, never which.
    private record Entered(
            String accountSid,
            @Nullable String address,
            @Nullable String messagingServiceSid,
            @Nullable String authToken) {

        static Entered of(Sender sender, boolean withToken) {
            return new Entered(
                    sender.accountSid(),
                    sender.address(),
                    sender.messagingServiceSid(),
                    withToken ? "(nouveau)" : null);
        }
    }
}
