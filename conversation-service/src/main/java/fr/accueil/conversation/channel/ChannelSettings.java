package fr.accueil.conversation.channel;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param webhookUrl what is entered in Twilio's console: our public address, and behind `#` how often and how
/// patiently
/// Twilio tries again
@Validated
@ConfigurationProperties("accueil.channel")
record ChannelSettings(
        @Pattern(regexp = "https?://[^\\s#]+#\\S+") @DefaultValue("http://localhost:8080/api/webhooks/twilio#rp=5xx")
        String webhookUrl) {}
