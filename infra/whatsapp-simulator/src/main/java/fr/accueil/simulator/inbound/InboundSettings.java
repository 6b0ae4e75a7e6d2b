package fr.accueil.simulator.inbound;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param path the webhook's path behind the public address
/// @param overrides what stands after the webhook address: timeouts and retries
/// @param mediaUrl what media addresses in webhooks begin with
@Validated
@ConfigurationProperties("simulator.inbound")
record InboundSettings(
        @DefaultValue("/api/webhooks/twilio") @Pattern(regexp = "/\\S*")
        String path,

        @DefaultValue("#rc=3&rp=5xx,ct,rt&ct=2000&rt=4000") @NotNull
        String overrides,

        @DefaultValue("https://api.twilio.com") @Pattern(regexp = "https?://\\S+[^/\\s]")
        String mediaUrl) {}
