package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every vector of the file, forms and JSON bodies alike, as this service judges it.
class SignatureVectorsTest {

    private static final Logger log = LoggerFactory.getLogger(SignatureVectorsTest.class);

    static Stream<SignatureVector> vectors() {
        return SignatureVector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void is_judged_as_it_should_be(SignatureVector vector) {
        assertThat(accepts(vector)).isEqualTo(vector.valid());
    }

    @Test
    void none_of_them_is_left_out() {
        var accepted =
                SignatureVector.all().filter(SignatureVectorsTest::accepts).toList();
        var rejected = SignatureVector.all().filter(it -> !accepts(it)).toList();

        log.info("Signature vectors: {} accepted, {} rejected", accepted.size(), rejected.size());
        assertThat(accepted).allMatch(SignatureVector::valid).hasSizeGreaterThanOrEqualTo(59);
        assertThat(rejected).noneMatch(SignatureVector::valid).hasSizeGreaterThanOrEqualTo(8);
    }

    private static boolean accepts(SignatureVector vector) {
        return TwilioSignature.matches(vector.token(), vector.url(), vector.signed(), vector.signature());
    }
}
