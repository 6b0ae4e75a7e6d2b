package fr.accueil.simulator.delivery;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the address that Twilio would be configured with: signatures cover it
/// @param ingestUrl where posts for the public address really go
/// @param retryPauses the wait before each retry; the last one is repeated
@Validated
@ConfigurationProperties("simulator.delivery")
public record DeliverySettings(
        @DefaultValue("http://localhost:8080")
        @Pattern(regexp = "https?://\\S+[^/\\s]", message = "must be an http address without a slash at the end")
        String publicUrl,

        @DefaultValue("http://localhost:8081")
        @Pattern(regexp = "https?://\\S+[^/\\s]", message = "must be an http address without a slash at the end")
        String ingestUrl,

        @DefaultValue({"1s", "4s", "7s"}) @NotEmpty List<Duration> retryPauses) {

    /// Where a post for this address really goes.
    String route(String address) {
        return isOurs(address) ? ingestUrl + address.substring(publicUrl.length()) : address;
    }

    public boolean isOurs(String address) {
        return address.equals(publicUrl) || address.startsWith(publicUrl + "/") || address.startsWith(publicUrl + "?");
    }

    Duration pauseBefore(int retry) {
        return retryPauses.get(Math.min(retry, retryPauses.size()) - 1);
    }
}
