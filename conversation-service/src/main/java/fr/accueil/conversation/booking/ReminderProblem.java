package fr.accueil.conversation.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a customer was not reminded of their booking.
public enum ReminderProblem {
    /// The customer has not written for a day, and there is no approved template to remind them by.
    @JsonProperty("no_template")
    NO_TEMPLATE,
    /// They want no messages.
    @JsonProperty("opted_out")
    OPTED_OUT,
    /// Nobody knows an address of theirs.
    @JsonProperty("no_address")
    NO_ADDRESS
}
