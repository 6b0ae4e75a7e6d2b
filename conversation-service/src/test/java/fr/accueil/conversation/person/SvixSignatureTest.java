package fr.accueil.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.platform.Misconfigured;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// With the example of Svix's own documentation.
class SvixSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final String GOOD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final Instant SENT = Instant.ofEpochSecond(1614265330);

    private final SvixSignature signature = new SvixSignature(SECRET);

    @Test
    void what_svix_signed_is_proven() {
        assertThat(proves(ID, TIMESTAMP, GOOD, BODY)).isTrue();
    }

    @Test
    void one_good_signature_among_several_is_enough() {
        assertThat(proves(ID, TIMESTAMP, "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,abc " + GOOD, BODY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1,",
                "v1",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=",
                "v1,é☃"
            })
    void any_other_signature_proves_nothing(String signatures) {
        assertThat(proves(ID, TIMESTAMP, signatures, BODY)).isFalse();
    }

    @Test
    void nothing_that_is_signed_can_be_changed() {
        assertThat(proves(ID + "x", TIMESTAMP, GOOD, BODY)).isFalse();
        assertThat(proves(ID, "1614265331", GOOD, BODY)).isFalse();
        assertThat(proves(ID, TIMESTAMP, GOOD, BODY + " ")).isFalse();
        assertThat(new SvixSignature("whsec_" + "A".repeat(32)).proves(ID, TIMESTAMP, GOOD, bytes(BODY), SENT))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"300, true", "-300, true", "301, false", "-301, false", "86400, false"})
    void five_minutes_are_young_enough(long secondsLater, boolean proven) {
        assertThat(signature.proves(ID, TIMESTAMP, GOOD, bytes(BODY), SENT.plusSeconds(secondsLater)))
                .isEqualTo(proven);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "1614265330.5", "9223372036854775807", "-9223372036854775808", "99999999999999999999"
            })
    void a_timestamp_that_is_none_proves_nothing(String timestamp) {
        assertThat(proves(ID, timestamp, GOOD, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_?!", "sk_live_abc"})
    void a_secret_that_is_none_is_said_in_a_sentence(String secret) {
        assertThatThrownBy(() -> new SvixSignature(secret))
                .isInstanceOf(Misconfigured.class)
                .hasMessage("The secret of Clerk's webhooks is none.");
    }

    private boolean proves(String id, String timestamp, String signatures, String body) {
        return signature.proves(id, timestamp, signatures, bytes(body), SENT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
