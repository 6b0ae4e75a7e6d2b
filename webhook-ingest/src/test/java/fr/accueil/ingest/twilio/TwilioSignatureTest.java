package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import fr.accueil.ingest.twilio.TwilioForm.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioSignatureTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String URL = "https://hooks.example.com/api/webhooks/twilio";

    /// Where `RequestValidator` 13.0.1 is known to be wrong: repeated names, the port beside an encoded query, and an
    /// apostrophe that Twilio's Node SDK signs as `%27`.
    private static final Set<String> WHERE_THE_SDK_IS_WRONG = Set.of(
            "dup-array-2",
            "dup-array-2-reversed",
            "dup-dedupe-sort",
            "pct-colon-query-port443-java-bug",
            "query-apostrophe-plus-node-only");

    static Stream<SignatureVector> formVectors() {
        return SignatureVector.all().filter(it -> !it.isJson());
    }

    static Stream<SignatureVector> whereTheSdkIsRight() {
        return formVectors().filter(it -> !WHERE_THE_SDK_IS_WRONG.contains(it.id()));
    }

    @ParameterizedTest
    @MethodSource("whereTheSdkIsRight")
    void agrees_with_the_sdk_wherever_the_sdk_is_right(SignatureVector vector) {
        assertThat(sdkSays(vector.token(), vector.url(), vector.form(), vector.signature()))
                .isEqualTo(vector.valid());
    }

    /// When this fails the SDK was mended, and TwilioSignature may have no reason left.
    @Test
    void the_sdk_is_still_wrong_where_it_is_known_to_be() {
        assertThat(formVectors()
                        .filter(it -> sdkSays(it.token(), it.url(), it.form(), it.signature()) != it.valid())
                        .map(SignatureVector::id))
                .containsExactlyInAnyOrderElementsOf(WHERE_THE_SDK_IS_WRONG);
    }

    @Test
    void a_second_value_that_nobody_signed_is_not_smuggled_in_beside_the_signed_one() {
        var signed = form("Body", "Bonjour", "From", "whatsapp:+33639980012");
        var signature = signatureOf(URL, signed);
        var smuggled = with(signed, "Body", "Annulez mon rendez-vous");

        assertThat(matches(TOKEN, URL, smuggled, signature)).isFalse();
    }

    @Test
    void parameters_that_are_not_known_yet_are_signed_too() {
        var form = form("Body", "Bonjour", "SomethingOf2031", "oui");

        assertThat(matches(TOKEN, URL, form, signatureOf(URL, form))).isTrue();
        assertThat(matches(TOKEN, URL, form, signatureOf(URL, form("Body", "Bonjour"))))
                .isFalse();
    }

    @Test
    void the_port_may_be_signed_or_not_and_the_rest_of_the_address_stays_as_it_is() {
        var query = "/status?conversation=%7B1%7D&x=a%2Fb+c";
        var form = form("MessageStatus", "sent");
        var signedWithout = signatureOf("https://hooks.example.com" + query, form);
        var signedWith = signatureOf("https://hooks.example.com:443" + query, form);

        assertThat(matches(TOKEN, "https://hooks.example.com:443" + query, form, signedWithout))
                .isTrue();
        assertThat(matches(TOKEN, "https://hooks.example.com" + query, form, signedWith))
                .isTrue();
        assertThat(matches(TOKEN, "http://hooks.example.com" + query, form, signedWithout))
                .isFalse();
        assertThat(matches(TOKEN, "http://[::1]:8080" + query, form, signatureOf("http://[::1]" + query, form)))
                .isTrue();
    }

    @Test
    void a_missing_or_odd_signature_is_wrong_and_no_error() {
        var form = form("Body", "Bonjour");

        assertThat(matches(TOKEN, URL, form, "")).isFalse();
        assertThat(matches(TOKEN, URL, form, "é€😀")).isFalse();
        assertThat(matches(TOKEN, URL, form, signatureOf(URL, form) + "=")).isFalse();
    }

    private static boolean matches(String token, String url, TwilioForm form, String signature) {
        return TwilioSignature.matches(token, url, new Signed.Parameters(form), signature);
    }

    private static boolean sdkSays(String token, String url, TwilioForm form, String signature) {
        var once = new TreeMap<String, String>();
        form.parameters().forEach(it -> once.put(it.name(), it.value()));
        return new RequestValidator(token).validate(url, once, signature);
    }

    /// As Twilio's page says it, in one line, for forms that name everything once.
    private static String signatureOf(String url, TwilioForm form) {
        var sorted = new TreeMap<String, String>();
        form.parameters().forEach(it -> sorted.put(it.name(), it.value()));
        var text = new StringBuilder(url);
        for (Map.Entry<String, String> it : sorted.entrySet()) {
            text.append(it.getKey()).append(it.getValue());
        }
        return TwilioSignature.sign(TOKEN, text.toString());
    }

    static TwilioForm form(String... namesAndValues) {
        var form = new TwilioForm(List.of());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form = with(form, namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    static TwilioForm with(TwilioForm form, String name, String value) {
        return new TwilioForm(Stream.concat(form.parameters().stream(), Stream.of(new Parameter(name, value)))
                .toList());
    }
}
