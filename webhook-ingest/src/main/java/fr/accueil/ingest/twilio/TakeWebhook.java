package fr.accueil.ingest.twilio;

import fr.accueil.ingest.channel.Channel;
import fr.accueil.ingest.identity.Identities;
import fr.accueil.ingest.publishing.NotPublished;
import fr.accueil.ingest.twilio.Origin.OfAccount;
import fr.accueil.ingest.twilio.Origin.OfChannel;
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

    TakeWebhook(
            ProveOrigin proveOrigin,
            Identities identities,
            TakeMessage takeMessage,
            TakeStatus takeStatus,
            SetAside setAside) {
        this.proveOrigin = proveOrigin;
        this.identities = identities;
        this.takeMessage = takeMessage;
        this.takeStatus = takeStatus;
        this.setAside = setAside;
    }

    Mono<Taken> take(ReceivedWebhook webhook) {
        return Mono.fromCallable(() -> proveOrigin.prove(webhook))
                .flatMap(origin -> take(webhook, origin))
                .onErrorMap(NotPublished.class, _ -> new RejectedWebhook(Rejection.KAFKA_AWAY));
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
