package fr.accueil.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Topic `whatsapp.outbound.v1`, key = conversation: commands to notification-service, and the change of leader in
/// one order with them.
public sealed interface OutboundEvent extends AccueilEvent {

    /// Asks for one message to be sent. The envelope's id is the message's id, but for a repetition.
    ///
    /// @param to the address to send to, `whatsapp:…`; nobody derives it from the conversation
    /// @param answers the inbound messages that this one answers; it never stands before them in a transcript
    /// @param leaderNumber the number of the leadership that it was written under: the assistant's are dropped
    ///     under an older one
    /// @param body the text; of a template, how it reads, which is shown but not sent
    /// @param freeTextUntil end of WhatsApp's customer service window less a margin; no free text after it
    /// @param template an approved template instead of free text: the only thing that may be sent outside the
    ///     window
    /// @param round which time this message is asked for, from 0: a person's *Renvoyer* asks again, one round
    ///     higher, and what of it did not reach the customer is attempted anew
    @WireName("SendMessage")
    record SendMessage(
            MessageId message,
            ConversationId conversation,
            ChannelId channel,
            String to,
            String body,
            Author author,
            List<MessageId> answers,
            long leaderNumber,
            Instant freeTextUntil,
            @Nullable Template template,
            int round)
            implements OutboundEvent {}

    /// @param contentSid Twilio's `HX…`
    /// @param variables by their number or name
    record Template(String contentSid, Map<String, String> variables) {}

    /// The customer wants no more messages (STOP): nothing of assistant or people goes out behind it, whoever leads,
    /// until [ResumeSending].
    ///
    /// @param to the address that it holds for
    /// @param requestedBy the customer's message
    /// @param word what they wrote
    /// @param confirmation the one message that still goes out and tells them; null when they were told before
    @WireName("StopSending")
    record StopSending(
            ConversationId conversation,
            ChannelId channel,
            String to,
            MessageId requestedBy,
            String word,
            @Nullable MessageId confirmation)
            implements OutboundEvent {}

    /// The customer wants messages again.
    ///
    /// @param requestedBy the customer's message
    @WireName("ResumeSending")
    record ResumeSending(
            ConversationId conversation, ChannelId channel, String to, MessageId requestedBy, ResumeReason reason)
            implements OutboundEvent {}

    enum ResumeReason {
        /// START and its kin.
        KEYWORD,
        /// Asked for something explicitly after having said STOP.
        EXPLICIT_WISH
    }

    /// Asks that the customer's phone shows "typing…". Best effort, worthless after seconds.
    ///
    /// @param providerSid the customer's message that is being answered (Twilio's indicator names it)
    @WireName("ShowTyping")
    record ShowTyping(ConversationId conversation, ChannelId channel, String providerSid, Instant until)
            implements OutboundEvent {}

    /// Who leads changed. Written on `whatsapp.outbound` (in one order with the messages) and on
    /// `conversation.changes`.
    ///
    /// @param number grows at each change of leader in this conversation, from 1 (the assistant's, at the start) up
    @WireName("LeadChanged")
    record LeadChanged(ConversationId conversation, long number, Leader leader) implements OutboundEvent, ChangeEvent {}
}
