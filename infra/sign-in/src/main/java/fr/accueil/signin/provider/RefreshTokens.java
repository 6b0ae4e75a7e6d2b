package fr.accueil.signin.provider;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/// Refresh tokens for the dashboard. Spring Security's own generator gives none to a public client; ours does, since
/// the dashboard holds them in memory alone and each is good for one use.
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private final Base64StringKeyGenerator random =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 96);

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        var now = Instant.now();
        var life =
                requireNonNull(context.getRegisteredClient()).getTokenSettings().getRefreshTokenTimeToLive();
        return new OAuth2RefreshToken(random.generateKey(), now, now.plus(life));
    }
}
