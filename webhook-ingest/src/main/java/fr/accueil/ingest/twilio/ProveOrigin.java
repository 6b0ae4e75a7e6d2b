package fr.accueil.ingest.twilio;

import static java.util.Comparator.comparing;

import fr.accueil.ingest.channel.Channel;
import fr.accueil.ingest.channel.Channels;
import fr.accueil.ingest.twilio.Origin.OfAccount;
import fr.accueil.ingest.twilio.Origin.OfChannel;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Believes a webhook, or rejects it. What is for a channel must be signed with that channel's own token: another
/// business that claims the same account with a token of its own must not be able to speak for this one.
@Component
class ProveOrigin {

    private final Channels channels;

    ProveOrigin(Channels channels) {
        this.channels = channels;
    }

    /// @throws RejectedWebhook when nobody of ours has sent it, or it cannot be told yet
    Origin prove(ReceivedWebhook webhook) {
        if (!channels.ready()) {
            throw new RejectedWebhook(Rejection.NOT_READY);
        }
        if (webhook.signature().isEmpty()) {
            throw new RejectedWebhook(Rejection.SIGNATURE_MISSING);
        }
        var account = channels.ofAccount(webhook.form().text("AccountSid"));
        if (account.isEmpty()) {
            throw new RejectedWebhook(Rejection.ACCOUNT_UNKNOWN);
        }
        var addressed = addressed(account, webhook.form());
        if (addressed.isEmpty()) {
            return new OfAccount(
                    signers(account, webhook).stream().map(Channel::tenant).collect(Collectors.toSet()));
        }
        return new OfChannel(signers(addressed, webhook).getFirst());
    }

    /// The channels of an existing account that this webhook says it is about, proven or not.
    List<Channel> addressed(TwilioForm form) {
        return addressed(channels.ofAccount(form.text("AccountSid")), form);
    }

    /// The channels that this webhook can be about: by our number (were it ever entered twice, the older channel comes
    /// first), else by the Messaging Service when it has one alone.
    private static List<Channel> addressed(Collection<Channel> account, TwilioForm form) {
        var ours = form.text(form.isDeliveryStatus() ? "From" : "To");
        var byNumber = account.stream()
                .filter(it -> it.address().equals(ours))
                .sorted(comparing(it -> it.id().toString()))
                .toList();
        if (!byNumber.isEmpty()) {
            return byNumber;
        }
        var service = form.text("MessagingServiceSid");
        var byService = account.stream()
                .filter(it -> service.equals(it.messagingServiceSid()))
                .toList();
        return byService.size() == 1 ? byService : List.of();
    }

    /// Those of these channels that have the token which this webhook was signed with; at least one.
    private static List<Channel> signers(Collection<Channel> candidates, ReceivedWebhook webhook) {
        var signers = candidates.stream().filter(it -> hasSigned(it, webhook)).toList();
        if (signers.isEmpty()) {
            var provesNothing = candidates.stream().anyMatch(it -> !it.readable());
            throw new RejectedWebhook(provesNothing ? Rejection.SECRETS_UNREADABLE : Rejection.SIGNATURE_WRONG);
        }
        return signers;
    }

    private static boolean hasSigned(Channel channel, ReceivedWebhook webhook) {
        return TwilioSignature.matches(channel.authTokens(), webhook.url(), webhook.signed(), webhook.signature());
    }
}
