package fr.accueil.signin.provider;

import static java.util.Objects.requireNonNull;

import fr.accueil.signin.people.People;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/// Who the person is stands in the tokens, so that no service has to ask; access tokens are for Accueil's API alone.
/// Every address counts as verified: the local stack has no mail to verify it with.
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String API = "accueil-api";

    private final People people;

    TokenClaims(People people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication signedIn = requireNonNull(context.getPrincipal());
        people.withSubject(signedIn.getName())
                .ifPresent(person -> context.getClaims()
                        .claim("name", person.name())
                        .claim("email", person.email())
                        .claim("email_verified", true));
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(List.of(API));
        }
    }
}
