package fr.accueil.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.platform.Misconfigured;
import fr.accueil.platform.testing.Tokens;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.test.StepVerifier;

/// Tokens of an issuer of our own, in the shape of Clerk's and of any other provider's.
class MeantForUsTest {

    private static final String DASHBOARD = "https://app.accueil.example";
    private static final String US = "accueil-api";

    private final Tokens tokens = new Tokens();
    private final ReactiveJwtDecoder clerk = decoder("", List.of(DASHBOARD));
    private final ReactiveJwtDecoder other = decoder(US, List.of());
    private final ReactiveJwtDecoder both = decoder(US, List.of("https://preview.accueil.example", DASHBOARD));

    @Test
    void a_session_token_of_clerk_is_believed_by_the_party_that_it_was_given_to() {
        for (var decoder : List.of(clerk, both)) {
            decoder.decode(ofClerk(DASHBOARD, "active"))
                    .as(StepVerifier::create)
                    .assertNext(it -> assertThat(it.getSubject()).isEqualTo("user_2x9Z"))
                    .verifyComplete();
        }
    }

    @Test
    void one_that_was_given_to_somebody_else_is_not() {
        for (var party : List.of("https://evil.example", DASHBOARD + ".evil.example", DASHBOARD + "/", "")) {
            assertRefused(clerk, ofClerk(party, "active"));
        }
        assertRefused(other, ofClerk(DASHBOARD, "active"));
    }

    @Test
    void a_session_that_still_misses_something_is_none() {
        assertRefused(clerk, ofClerk(DASHBOARD, "pending"));
    }

    @Test
    void a_token_that_names_an_audience_is_believed_by_it_alone() {
        var ours = tokens.bearerFor("sophie", "Sophie", "sophie@camelia.example");
        for (var decoder : List.of(other, both)) {
            decoder.decode(ours).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        }
        assertRefused(clerk, ours);
        assertRefused(both, tokens.bearerForAnotherAudience("sophie", "Sophie", "sophie@camelia.example"));
    }

    @Test
    void no_forged_one_is_believed_whatever_is_configured() {
        tokens.forged("sophie", "Sophie", "sophie@camelia.example").forEach((_, token) -> {
            for (var decoder : List.of(clerk, other, both)) {
                assertRefused(decoder, token);
            }
        });
    }

    @Test
    void who_configures_neither_is_told_so_in_a_sentence() {
        assertThatThrownBy(() -> decoder(" ", List.of()))
                .isInstanceOf(Misconfigured.class)
                .hasMessage("Nothing says which of the sign-in provider's tokens are for Accueil.");
    }

    private String ofClerk(String party, String status) {
        return tokens.bearerOfClerk("user_2x9Z", "Sophie", "sophie@camelia.example", party, status);
    }

    private static void assertRefused(ReactiveJwtDecoder decoder, String token) {
        decoder.decode(token).as(StepVerifier::create).verifyError(JwtException.class);
    }

    private static ReactiveJwtDecoder decoder(String audience, List<String> parties) {
        return new AccessAutoConfiguration()
                .jwtDecoder(new OidcSettings(URI.create(Tokens.issuer()), audience, parties));
    }
}
