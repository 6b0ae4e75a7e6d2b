package fr.accueil.notification.twilio;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.TenantId;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.delivery.Dispatch;
import fr.accueil.notification.delivery.Dispatch.Deadline;
import fr.accueil.notification.delivery.SendOutcome;
import fr.accueil.notification.delivery.Sighting;
import fr.accueil.notification.errors.ErrorRule;
import fr.accueil.notification.errors.ErrorRule.Action;
import fr.accueil.notification.errors.ErrorTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// Calls of Institut Camélia to a stub of Twilio.
abstract class TwilioCalling {

    static final String MARIE = "whatsapp:+33639980012";
    static final String CAMELIA = "whatsapp:+33199000042";
    static final Channel CHANNEL = new Channel(
            ChannelId.of(Ids.next()),
            TenantId.of(Ids.next()),
            CAMELIA,
            "AC0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            List.of("secret"));

    final TwilioStub twilio = new TwilioStub();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final TwilioWhatsApp whatsApp = whatsApp(twilio.url());
    final CountDownLatch forever = new CountDownLatch(1);

    @AfterEach
    void stop() {
        forever.countDown();
        whatsApp.destroy();
        twilio.close();
    }

    SendOutcome send(Dispatch dispatch) {
        return Objects.requireNonNull(whatsApp.requestSend(dispatch).block());
    }

    Sighting find(Dispatch dispatch, Set<String> others) {
        return Objects.requireNonNull(
                whatsApp.requestSighting(dispatch, dispatch.startedAt().minusSeconds(120), others)
                        .block());
    }

    TwilioWhatsApp whatsApp(URI url) {
        var settings = settings(url);
        var table = new ErrorTable(
                rule(Action.REFUSE, "Refusé."),
                Map.of(
                        401, rule(Action.WAIT, "Identifiants."),
                        20003, rule(Action.WAIT, "Identifiants."),
                        20429, rule(Action.RETRY, "Patience."),
                        20500, rule(Action.UNKNOWN, "Erreur."),
                        21211, rule(Action.REFUSE, "Numéro faux.")));
        return new TwilioWhatsApp(
                settings, new TwilioHttp(settings, Clock.systemUTC()), new TwilioErrors(table), meters);
    }

    static TwilioSettings settings(URI url) {
        return new TwilioSettings(
                url,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                10,
                URI.create("https://accueil.example/api/webhooks/twilio/status"));
    }

    static ErrorRule rule(Action action, String sentence) {
        return new ErrorRule(action, sentence, null, null, false, false);
    }

    static Dispatch dispatch(String body) {
        return dispatch(CHANNEL, body, null);
    }

    static Dispatch dispatch(Channel channel, String body, @Nullable Template template) {
        return new Dispatch(
                channel,
                ConversationId.of(Ids.next()),
                MessageId.of(Ids.next()),
                2,
                Ids.next(),
                MARIE,
                body,
                template,
                Instant.now(),
                Deadline.in(Duration.ofSeconds(10)));
    }

    static Dispatch withDeadline(Dispatch it, Deadline deadline) {
        return new Dispatch(
                it.channel(),
                it.conversation(),
                it.message(),
                it.part(),
                it.attempt(),
                it.recipient(),
                it.body(),
                it.template(),
                it.startedAt(),
                deadline);
    }
}
