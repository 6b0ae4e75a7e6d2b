package fr.accueil.notification.statuses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What Twilio's list says of a message that was sent.
///
/// @param status Twilio's word
/// @param at since when it is so, as far as Twilio tells
public record ListedStatus(
        String sid,
        String status,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable Instant at) {}
