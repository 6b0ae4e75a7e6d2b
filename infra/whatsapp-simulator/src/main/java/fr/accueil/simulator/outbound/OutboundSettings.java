package fr.accueil.simulator.outbound;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param sent from accepted to sent
/// @param delivered from sent to delivered
/// @param read from delivered to read, when the customer looks at the chat
/// @param strangers what becomes of free text to someone who never wrote to this business here: `reachable` lets it
///     through, because the message may have come by another way than our phones (a signed request by hand); `refused`
///     is what Twilio does (63016)
/// @param pairBurst how many messages one customer may get from one number at once; what is more fails with 63018
/// @param pairPause after which one more is allowed again
/// @param withoutWhatsapp numbers that no WhatsApp account stands behind: 63024
@Validated
@ConfigurationProperties("simulator.outbound")
record OutboundSettings(
        @DefaultValue("150ms") @NotNull Duration sent,
        @DefaultValue("250ms") @NotNull Duration delivered,
        @DefaultValue("900ms") @NotNull Duration read,
        @DefaultValue("reachable") @NotNull Strangers strangers,
        @DefaultValue("45") @Min(1) int pairBurst,
        @DefaultValue("6s") @NotNull Duration pairPause,
        @DefaultValue("whatsapp:+33639989999") @NotNull Set<String> withoutWhatsapp) {

    enum Strangers {
        REACHABLE,
        REFUSED
    }
}
