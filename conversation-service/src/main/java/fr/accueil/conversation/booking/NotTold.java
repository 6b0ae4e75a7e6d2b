package fr.accueil.conversation.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a customer is not told of what the team did with their booking.
public enum NotTold {
    /// It belongs to no conversation: somebody else has to tell them, by telephone for example.
    @JsonProperty("no_conversation")
    NO_CONVERSATION,
    /// They want no messages.
    @JsonProperty("opted_out")
    OPTED_OUT,
    /// Their last message is older than 24 hours: WhatsApp takes no free text.
    @JsonProperty("window_closed")
    WINDOW_CLOSED,
    /// It is over already.
    @JsonProperty("past")
    PAST,
    /// Neither day nor time is another.
    @JsonProperty("same_time")
    SAME_TIME
}
