package fr.accueil.simulator.phone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chat as its phone shows it.
///
/// @param typingUntil until when "écrit…" may stand in the header
/// @param windowUntil until when the business may write freely
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChatView(
        String phone,
        String business,
        List<MessageView> messages,
        @Nullable Instant typingUntil,
        @Nullable Instant windowUntil) {}
