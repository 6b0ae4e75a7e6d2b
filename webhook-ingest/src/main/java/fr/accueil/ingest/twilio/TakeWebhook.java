package fr.accueil.ingest.twilio;

import fr.accueil.ingest.channel.Channel;
import fr.accueil.ingest.facts.RefusedChannels;
import fr.accueil.ingest.identity.Identities;
import fr.accueil.ingest.identity.NotConfirmed;
import fr.accueil.ingest.publishing.NotPublished;
import fr.accueil.ingest.twilio.Origin.OfAccount;
import fr.accueil.ingest.twilio.Origin.OfChannel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Believes a webhook and brings it where it belongs. Which of Twilio's two kinds it is, its parameters say and not the
/// address that it was posted to: a sender may be configured with one address for both.
@Component
class TakeWebhook {

    private final ProveOrigin proveOrigin;
    private final Identities identities;
    private final TakeMessage takeMessage;
    private final TakeStatus takeStatus;
    private final SetAside setAside;
    private final WrongSignatures wrongSignatures;
    private final RefusedChannels refusedChannels;
    private final IngestSettings settings;
    private final Counter secondCalls;

    TakeWebhook(
            ProveOrigin proveOrigin,
            Identities identities,
            TakeMessage takeMessage,
            TakeStatus takeStatus,
            SetAside setAside,
            WrongSignatures wrongSignatures,
            RefusedChannels refusedChannels,
            IngestSettings settings,
            MeterRegistry meters) {
        this.proveOrigin = proveOrigin;
        this.identities = identities;
        this.takeMessage = takeMessage;
        this.takeStatus = takeStatus;
        this.setAside = setAside;
        this.wrongSignatures = wrongSignatures;
        this.refusedChannels = refusedChannels;
        this.settings = settings;
        this.secondCalls = Counter.builder("accueil.webhooks.fallback")
                .description("Webhooks with a right signature that Twilio brought to its fallback address")
                .register(meters);
    }

    Mono<Taken> take(ReceivedWebhook webhook) {
        return Mono.fromCallable(() -> proveOrigin.prove(webhook))
                .onErrorMap(RejectedWebhook.class, it -> wrongSignatures.judge(webhook, it))
                .flatMap(origin -> takeInTime(webhook, origin));
    }

    private Mono<Taken> takeInTime(ReceivedWebhook webhook, Origin origin) {
        return take(webhook, origin)
                .timeout(settings.answerPatience())
                .doOnError(_ -> note(origin))
                .doOnCancel(() -> note(origin))
                .onErrorMap(
                        it -> it instanceof NotPublished || it instanceof TimeoutException,
                        _ -> new RejectedWebhook(Rejection.KAFKA_AWAY))
                .onErrorMap(NotConfirmed.class, _ -> new RejectedWebhook(Rejection.CUSTOMER_UNCONFIRMED));
    }

    /// Twilio was told that we do not have it, or did not wait to hear that we do.
    private void note(Origin origin) {
        if (origin instanceof OfChannel(var channel)) {
            refusedChannels.note(channel);
        }
    }

    private Mono<Taken> take(ReceivedWebhook webhook, Origin origin) {
        if (!identities.ready()) {
            return Mono.error(new RejectedWebhook(Rejection.NOT_READY));
        }
        return switch (origin) {
            case OfChannel(var channel) -> take(webhook, channel);
            case OfAccount account -> take(webhook, account);
        };
    }

    private Mono<Taken> take(ReceivedWebhook webhook, Channel channel) {
        var status = DeliveryStatusForm.of(webhook);
        var message = new InboundMessageForm(webhook.form());
        if (message.sid().isEmpty()) {
            return setAside.setAside(webhook.form());
        }
        if (message.isSecondCall() && !webhook.form().isDeliveryStatus()) {
            secondCalls.increment();
        }
        return webhook.form().isDeliveryStatus()
                ? takeStatus.take(status, channel)
                : takeMessage.take(message, channel);
    }

    /// A callback to an address of our making still finds its conversation when our number in it is not a channel's
    /// (any more), as long as one business alone can have been meant.
    private Mono<Taken> take(ReceivedWebhook webhook, OfAccount account) {
        var status = DeliveryStatusForm.of(webhook);
        if (webhook.form().isDeliveryStatus()
                && account.tenants().size() == 1
                && status.conversation().isPresent()) {
            return takeStatus.take(
                    status,
                    account.tenants().iterator().next(),
                    status.conversation().get());
        }
        return setAside.setAside(webhook.form());
    }
}
