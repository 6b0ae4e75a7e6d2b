package fr.accueil.platform.access;

import fr.accueil.platform.Misconfigured;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/// Whether a token was given for us: by the audience that it names or, where it names none (Clerk's session tokens), by
/// the party that it was given to. One that names somebody else's audience is not saved by its party.
record MeantForUs(String audience, Set<String> parties) implements OAuth2TokenValidator<Jwt> {

    private static final String PARTY = "azp";
    /// Clerk's status of a session; a pending one still misses something, such as a new password.
    private static final String SESSION_STATUS = "sts";

    private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token is not for this API", null));

    static MeantForUs of(OidcSettings settings) {
        if (settings.audience().isBlank() && settings.authorizedParties().isEmpty()) {
            throw new Misconfigured(
                    "Nothing says which of the sign-in provider's tokens are for Accueil.",
                    "Set OIDC_AUDIENCE, or OIDC_AUTHORIZED_PARTIES for Clerk, whose tokens name no audience.");
        }
        return new MeantForUs(settings.audience(), Set.copyOf(settings.authorizedParties()));
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return isForUs(token) && !"pending".equals(token.getClaimAsString(SESSION_STATUS))
                ? OAuth2TokenValidatorResult.success()
                : REFUSED;
    }

    private boolean isForUs(Jwt token) {
        List<String> audiences = token.getAudience();
        if (audiences != null && !audiences.isEmpty()) {
            return !audience.isBlank() && audiences.contains(audience);
        }
        var party = token.getClaimAsString(PARTY);
        return party != null && parties.contains(party);
    }
}
