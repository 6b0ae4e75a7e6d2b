package fr.accueil.conversation.tenant;

import fr.accueil.conversation.problem.ChangedMeanwhile;
import fr.accueil.events.ChannelFact.AccountAccess;
import fr.accueil.events.ChannelFact.ChannelChecked;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ChannelRequest.CheckChannel;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.secrets.Secrets;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What a person enters to connect a number, and what Twilio's answer makes of it. The other services hear of a channel
/// only once Twilio has opened the account with its token and it is known which number it is. Joins the caller's
/// transaction.
@Component
public class ConnectChannel {

    private final Channels channels;
    private final Secrets secrets;
    private final WorkspaceTopics topics;
    private final WorkQueue work;
    private final Clock clock;

    ConnectChannel(Channels channels, Secrets secrets, WorkspaceTopics topics, WorkQueue work, Clock clock) {
        this.channels = channels;
        this.secrets = secrets;
        this.topics = topics;
        this.work = work;
        this.clock = clock;
    }

    /// @param entered with a token
    /// @return empty when there is one of this id already
    public Mono<Sender> add(TenantId tenant, ChannelId id, Credentials entered) {
        return channels.find(id)
                .hasElement()
                .filter(isThere -> !isThere)
                .map(_ -> new Channels.Row(
                        id.value(),
                        null,
                        entered.address(),
                        entered.accountSid(),
                        entered.messagingServiceSid(),
                        new String[0],
                        sealed(tenant, id, Objects.requireNonNull(entered.authToken())),
                        1,
                        1,
                        null))
                .flatMap(row -> channels.save(row).thenReturn(Senders.toSender(row)));
    }

    /// @param seen the version that the person saw
    /// @return what it is then; an error: [ChangedMeanwhile], or what is wrong with what was entered
    public Mono<Sender> change(TenantId tenant, ChannelId id, long seen, Credentials entered) {
        return lockSeen(id, seen).flatMap(row -> save(tenant, row, changed(tenant, row, entered)));
    }

    private Channels.Row changed(TenantId tenant, Channels.Row row, Credentials entered) {
        var isOtherAccount = !row.accountSid().equals(entered.accountSid());
        if (row.address() != null && (isOtherAccount || isOther(row.address(), entered.address()))) {
            throw ChannelRefused.fixed(isOtherAccount);
        }
        var hasNoToken = row.tokens().isEmpty() && row.pendingToken() == null;
        var token = entered.authToken();
        if (token == null && (isOtherAccount || hasNoToken)) {
            throw ChannelRefused.withoutToken();
        }
        var id = ChannelId.of(row.id());
        return connectedIfProven(new Channels.Row(
                row.id(),
                row.address(),
                row.address() == null ? entered.address() : null,
                entered.accountSid(),
                entered.messagingServiceSid(),
                isOtherAccount ? new String[0] : row.authTokens(),
                token == null ? row.pendingToken() : sealed(tenant, id, token),
                row.revision() + 1,
                row.version() + 1,
                null));
    }

    private static boolean isOther(String address, @Nullable String entered) {
        return entered != null && !entered.equals(address);
    }

    /// Takes the number away from the assistant. What was never connected leaves no trace.
    public Mono<Sender> remove(TenantId tenant, ChannelId id, long seen) {
        return lockSeen(id, seen)
                .flatMap(row -> (row.address() == null && row.disconnectedAt() == null
                                ? channels.delete(id)
                                : disconnect(tenant, row))
                        .thenReturn(Senders.toSender(row)));
    }

    private Mono<Void> disconnect(TenantId tenant, Channels.Row row) {
        if (row.address() == null) {
            return Mono.empty();
        }
        var alone = new Channels.Row(
                row.id(),
                null,
                row.address(),
                row.accountSid(),
                row.messagingServiceSid(),
                new String[0],
                null,
                row.revision() + 1,
                row.version() + 1,
                clock.instant());
        return channels.save(alone)
                .then(Mono.defer(
                        () -> topics.gone(Topic.CHANNELS, tenant, row.id().toString())));
    }

    /// @return empty when there is nothing to try
    public Mono<CheckChannel> toCheck(ChannelId id) {
        return channels.find(id)
                .flatMap(row ->
                        Mono.justOrEmpty(Stream.concat(Stream.ofNullable(row.pendingToken()), row.tokens().stream())
                                .findFirst()
                                .map(token -> new CheckChannel(
                                        id, row.revision(), row.accountSid(), token, row.messagingServiceSid()))));
    }

    /// Twilio has answered.
    ///
    /// @return false when it is about credentials that have been replaced since; the error [ChannelRefused]
    /// when the number is another space's
    public Mono<Boolean> hear(TenantId tenant, ChannelChecked checked) {
        return channels.find(checked.channel())
                .filter(row -> row.revision() == checked.revision())
                .flatMap(row -> checked.access() == AccountAccess.GRANTED
                        ? save(tenant, row, connectedIfProven(proven(row, checked)))
                                .then(Mono.defer(() -> dropFormerToken(tenant, row)))
                                .thenReturn(true)
                        : Mono.just(true))
                .defaultIfEmpty(false);
    }

    /// The former token goes on opening what was signed with it while Twilio replaces one by the other.
    private static Channels.Row proven(Channels.Row row, ChannelChecked checked) {
        var pending = row.pendingToken();
        var tokens = pending == null
                ? row.tokens()
                : Stream.concat(Stream.of(pending), row.tokens().stream().limit(1))
                        .toList();
        var only = checked.senders().size() == 1 ? checked.senders().getFirst().address() : null;
        return new Channels.Row(
                row.id(),
                row.address(),
                row.address() == null && row.wantedAddress() == null ? only : row.wantedAddress(),
                row.accountSid(),
                row.messagingServiceSid(),
                tokens.toArray(String[]::new),
                null,
                row.revision(),
                row.version(),
                row.disconnectedAt());
    }

    private static Channels.Row connectedIfProven(Channels.Row row) {
        var isProven = row.pendingToken() == null && !row.tokens().isEmpty();
        return !isProven || row.address() != null || row.wantedAddress() == null
                ? row
                : new Channels.Row(
                        row.id(),
                        row.wantedAddress(),
                        null,
                        row.accountSid(),
                        row.messagingServiceSid(),
                        row.authTokens(),
                        null,
                        row.revision(),
                        row.version() + 1,
                        null);
    }

    private Mono<Sender> save(TenantId tenant, Channels.Row before, Channels.Row after) {
        return channels.save(after)
                .onErrorMap(DuplicateKeyException.class, _ -> ChannelRefused.taken())
                .then(Mono.defer(() -> isToldOf(before, after) ? tell(tenant, after) : Mono.empty()))
                .then(Mono.fromSupplier(() -> Senders.toSender(after)));
    }

    /// Once a new token is proven, the one before it has its time.
    private Mono<Void> dropFormerToken(TenantId tenant, Channels.Row before) {
        return before.pendingToken() == null || before.tokens().isEmpty()
                ? Mono.empty()
                : work.schedule(
                        tenant,
                        FormerTokenWorker.KIND,
                        before.id().toString(),
                        clock.instant().plus(FormerTokenWorker.STILL_OPENS),
                        "");
    }

    private static boolean isToldOf(Channels.Row before, Channels.Row after) {
        return after.address() != null
                && !(Objects.equals(before.address(), after.address())
                        && before.tokens().equals(after.tokens())
                        && Objects.equals(before.messagingServiceSid(), after.messagingServiceSid()));
    }

    private Mono<Void> tell(TenantId tenant, Channels.Row row) {
        return topics.tell(Topic.CHANNELS, tenant, row.id().toString(), row.toEvent(tenant));
    }

    private Mono<Channels.Row> lockSeen(ChannelId id, long seen) {
        return channels.find(id)
                .switchIfEmpty(Mono.error(ChannelRefused::unknown))
                .filter(row -> row.version() == seen)
                .switchIfEmpty(Mono.error(ChangedMeanwhile::new));
    }

    private String sealed(TenantId tenant, ChannelId id, String token) {
        return secrets.encrypt(token, tenant, id);
    }
}
