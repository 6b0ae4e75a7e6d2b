package fr.accueil.events;

import java.time.Instant;
import java.util.List;

/// Topic `whatsapp.outbound.v1`, key = conversation: commands to notification-service, and the change of leader in
/// one order with them.
public sealed interface OutboundEvent extends AccueilEvent {

    /// Asks for one message to be sent. The envelope's id is the message's id.
    ///
    /// @param to the address to send to, `whatsapp:…`; nobody derives it from the conversation
    /// @param answers the inbound messages that this one answers; it never stands before them in a transcript
    /// @param leaderNumber the number of the leadership that it was written under: the assistant's are dropped
    ///     under an older one
    /// @param freeTextUntil end of WhatsApp's customer service window less a margin; no free text after it
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
            Instant freeTextUntil)
            implements OutboundEvent {}

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
