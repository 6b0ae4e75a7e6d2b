package fr.accueil.notification.reconciliation;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ChannelRequest.ReconcileChannel;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioAccount;
import fr.accueil.notification.twilio.TwilioAccount.Sent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// A business with a channel of its own that was compared a moment ago.
abstract class ReconciliationServiceTest extends ServiceTest {

    static final String MARIE = "whatsapp:+33639980012";
    static final String MARIE_HIDDEN = "whatsapp:FR.40815566778899";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final TwilioAccount twilio = new TwilioAccount(TWILIO);
    final Instant lately = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

    @BeforeEach
    void the_business_has_a_channel_that_was_compared() {
        twilio.isSaved(events, secrets);
        awaitComparedUntil(Instant.now());
    }

    /// Asks for it and waits until it covers this moment.
    ChannelReconciled reconcile() {
        var now = Instant.now();
        publish(Topic.CHANNEL_REQUESTS, new ReconcileChannel(twilio.channel), twilio.tenant);
        return awaitComparedUntil(now);
    }

    ChannelReconciled awaitComparedUntil(Instant moment) {
        return events.await(
                Topic.CHANNEL_FACTS,
                ChannelReconciled.class,
                it -> it.channel().equals(twilio.channel) && it.until().isAfter(moment));
    }

    List<ChannelReconciled> reconciled() {
        return events.seen(Topic.CHANNEL_FACTS, ChannelReconciled.class).stream()
                .filter(it -> it.channel().equals(twilio.channel))
                .toList();
    }

    List<Envelope> inbound(Sent message) {
        return events.seen(Topic.INBOUND).stream()
                .filter(it -> it.data() instanceof MessageReceived received
                        && received.providerSid().equals(message.sid()))
                .toList();
    }

    void publish(Topic topic, AccueilEvent data, @Nullable TenantId tenant) {
        events.publish(
                topic,
                new Envelope(
                        Ids.next(),
                        URI.create("/elsewhere"),
                        Instant.now(),
                        twilio.channel.toString(),
                        tenant,
                        null,
                        data));
    }
}
