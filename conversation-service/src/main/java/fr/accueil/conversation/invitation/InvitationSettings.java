package fr.accueil.conversation.invitation;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl where browsers reach the dashboard (ACCUEIL_PUBLIC_URL)
/// @param expireAfter how long an invitation may be accepted
@Validated
@ConfigurationProperties("accueil.invitation")
record InvitationSettings(
        @NotNull URI publicUrl,
        @NotNull @DefaultValue("14d") Duration expireAfter) {

    /// What an owner sends to who is invited. It opens nothing by itself: the e-mail address does.
    URI link() {
        return publicUrl.resolve("/onboarding/invitation");
    }
}
