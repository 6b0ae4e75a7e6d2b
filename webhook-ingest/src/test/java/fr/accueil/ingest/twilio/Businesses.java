package fr.accueil.ingest.twilio;

import static org.awaitility.Awaitility.await;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import fr.accueil.ingest.channel.Channels;
import fr.accueil.platform.secrets.Secrets;
import fr.accueil.platform.testing.Events;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/// Saves channels as conversation-service does, and waits until ingest knows them.
@TestComponent
class Businesses {

    static final String ACCOUNT = "AC0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    /// One for all tests: Kafka is one for all of them too, and a number has one channel.
    static final Business CAMELIA = Business.of("whatsapp:+33199000042", ACCOUNT);

    private final Events events;
    private final Secrets secrets;
    private final Channels channels;

    Businesses(Events events, Secrets secrets, Channels channels) {
        this.events = events;
        this.secrets = secrets;
        this.channels = channels;
    }

    record Business(TenantId tenant, ChannelId channel, String address, String account) {

        static Business of(String address, String account) {
            return new Business(TenantId.of(Ids.next()), ChannelId.of(Ids.next()), address, account);
        }
    }

    void saveCamelia() {
        save(CAMELIA, null, Caller.TOKEN);
    }

    void save(Business business, @Nullable String messagingService, String... tokens) {
        var encrypted = Arrays.stream(tokens)
                .map(it -> secrets.encrypt(it, business.tenant(), business.channel()))
                .toList();
        saveEncrypted(business, messagingService, encrypted);
        await().until(() -> channels.ofAccount(business.account()).stream()
                .anyMatch(it ->
                        it.id().equals(business.channel()) && it.authTokens().equals(Arrays.asList(tokens))));
    }

    void saveUnreadable(Business business) {
        saveEncrypted(business, null, List.of("bm90IGVuY3J5cHRlZA=="));
        await().until(() -> channels.ofAccount(business.account()).stream().anyMatch(it -> !it.readable()));
    }

    void delete(Business business) {
        events.publish(Topic.CHANNELS, business.channel().toString(), null);
        await().until(() -> channels.ofAccount(business.account()).stream()
                .noneMatch(it -> it.id().equals(business.channel())));
    }

    private void saveEncrypted(Business business, @Nullable String messagingService, List<String> tokens) {
        events.publish(
                Topic.CHANNELS,
                new Envelope(
                        Ids.next(),
                        URI.create("/conversation-service"),
                        Instant.EPOCH,
                        business.channel().toString(),
                        business.tenant(),
                        null,
                        new ChannelSaved(
                                business.channel(),
                                business.tenant(),
                                business.address(),
                                business.account(),
                                messagingService,
                                tokens)));
    }
}
