package fr.accueil.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Topic `whatsapp.inbound.v1`, key = conversation, written by webhook-ingest (and notification-service for recovered
/// ones).
public sealed interface InboundEvent extends AccueilEvent {

    /// A customer wrote. The envelope's id is the message's id, its time the moment of receipt (a recovered one:
    /// Twilio's).
    ///
    /// @param providerSid Twilio's `MessageSid`
    /// @param accountSid the Twilio account that received it
    /// @param kind Twilio's `MessageType` where it is known, else derived; `unsupported` if unknown
    /// @param body the text, or the caption; may be empty, never null
    /// @param repliedTo Twilio's sid of the message that this one quotes
    /// @param referral the advertisement that the customer came from
    /// @param raw every parameter as received, so that nothing unknown is lost
    /// @param recovered true when reconciliation brought it, not a webhook
    @WireName("MessageReceived")
    record MessageReceived(
            MessageId message,
            ConversationId conversation,
            ChannelId channel,
            Customer customer,
            String providerSid,
            String accountSid,
            MessageKind kind,
            String body,
            List<Media> media,
            @Nullable Location location,
            @Nullable ButtonReply button,
            @Nullable String repliedTo,
            boolean forwarded,
            Map<String, String> raw,
            boolean recovered,
            @Nullable Referral referral)
            implements InboundEvent {}

    /// Who wrote, as WhatsApp names them. Nothing may assume a phone number.
    ///
    /// @param address where an answer goes: `whatsapp:+33…`, or `whatsapp:FR.…` for one without a known number
    /// @param phone E.164
    /// @param externalUserId WhatsApp's business-scoped user id, with Twilio's `whatsapp:` prefix
    record Customer(
            String address,
            @Nullable String phone,
            @Nullable String externalUserId,
            @Nullable String profileName) {}

    /// @param url Twilio's address of it; needs the account's credentials
    record Media(String url, String contentType) {}

    /// @param latitude, longitude degrees, as received
    record Location(
            String latitude,
            String longitude,
            @Nullable String address,
            @Nullable String label) {}

    /// A tapped button or list item: its label and the id that it was sent with.
    record ButtonReply(@Nullable String text, String payload) {}

    /// The advertisement or post on which the customer tapped before writing, as far as WhatsApp says.
    ///
    /// @param type `ad` or `post`
    record Referral(
            @Nullable String type,
            @Nullable String id,
            @Nullable String url,
            @Nullable String headline,
            @Nullable String body) {}
}
