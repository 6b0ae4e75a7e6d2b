package fr.accueil.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Topic `channel.facts.v1`, key = channel: how the way to and from Twilio is, written by webhook-ingest and
/// notification-service, read by conversation-service (which shows it to the manager) and notification-service (which
/// looks for what was lost).
public sealed interface ChannelFact extends AccueilEvent {

    /// Twilio, or somebody, calls for this channel and the signature does not match. Written by webhook-ingest, at most
    /// once a minute per channel.
    ///
    /// @param count how many since the last one
    @WireName("SignatureRejected")
    record SignatureRejected(ChannelId channel, RejectionCause cause, long count) implements ChannelFact {}

    /// The likely cause, found by trying what goes wrong in practice.
    enum RejectionCause {
        /// Signed for another address of ours than the one that is configured: scheme, host, port, slash or query.
        OTHER_ADDRESS,
        /// Signed with a token that belongs to this account, but not to this channel.
        OTHER_TOKEN,
        /// Neither: most likely the token was changed at Twilio, or it is not Twilio that calls.
        UNKNOWN
    }

    /// Valid webhooks were answered 503, because Kafka was away: Twilio may have given up on some of them. Written by
    /// webhook-ingest once Kafka is back.
    @WireName("WebhooksRefused")
    record WebhooksRefused(ChannelId channel, Instant from, Instant until, long count) implements ChannelFact {}

    /// A webhook-ingest began to listen: before, there may have been none. Without a tenant, and keyed by its own name.
    @WireName("ListeningBegan")
    record ListeningBegan(String instance) implements ChannelFact {}

    /// Twilio's list was compared with what was received. Written by notification-service.
    ///
    /// @param from, until the time that was compared
    /// @param listed how many messages Twilio has in it
    /// @param recovered how many of them were missing here and were brought back
    /// @param missing how many are known to be missing still
    /// @param problem a French sentence, when the comparison could not be made
    @WireName("ChannelReconciled")
    record ChannelReconciled(
            ChannelId channel,
            Instant from,
            Instant until,
            int listed,
            int recovered,
            int missing,
            @Nullable String problem)
            implements ChannelFact {}

    /// Twilio was asked what these credentials open. Written by notification-service.
    ///
    /// @param revision of the credentials that were tried
    /// @param accountName as Twilio has it
    /// @param senders its WhatsApp senders, or those of the Messaging Service
    /// @param problem a French sentence, when Twilio could not be asked for all of it
    @WireName("ChannelChecked")
    record ChannelChecked(
            ChannelId channel,
            int revision,
            AccountAccess access,
            @Nullable String accountName,
            List<WhatsAppSender> senders,
            @Nullable String problem)
            implements ChannelFact {}

    /// Whether Twilio opens an account.
    enum AccountAccess {
        GRANTED,
        /// Wrong SID or token.
        REFUSED,
        /// The credentials are right, and Twilio has suspended or closed the account.
        SUSPENDED,
        /// Twilio could not be asked.
        UNKNOWN
    }

    /// A WhatsApp sender as Twilio knows it.
    ///
    /// @param address `whatsapp:+33…`
    /// @param status Twilio's word: `ONLINE`, `OFFLINE`, `CREATING`, `PENDING_VERIFICATION`…
    /// @param name the name that customers see
    /// @param webhookUrl where Twilio calls when a message comes, of the sender or of its Messaging Service
    /// @param webhookMethod `POST`, `PUT` or `GET`
    /// @param offlineReason Twilio's words
    record WhatsAppSender(
            String address,
            String status,
            @Nullable String name,
            @Nullable String webhookUrl,
            @Nullable String webhookMethod,
            @Nullable String offlineReason) {}

    /// Twilio called back about a message of this channel. Written by notification-service, at most once in ten
    /// minutes per channel and instance.
    @WireName("StatusCallbackReceived")
    record StatusCallbackReceived(ChannelId channel) implements ChannelFact {}
}
