package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import fr.accueil.ingest.twilio.TwilioForm.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// What holds for every form, address and token there may be.
class SignaturePropertiesTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Property
    void what_is_signed_is_right(@ForAll("forms") TwilioForm form, @ForAll("urls") String url, @ForAll String token) {
        var key = token + "x";

        assertThat(matches(key, url, form, sign(key, url, form))).isTrue();
    }

    /// Twilio does not promise an order.
    @Property
    void the_order_of_the_parameters_does_not_matter(
            @ForAll("forms") TwilioForm form, @ForAll("urls") String url, @ForAll long seed) {
        var shuffled = new ArrayList<>(form.parameters());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(matches(TOKEN, url, new TwilioForm(shuffled), sign(TOKEN, url, form)))
                .isTrue();
    }

    @Property
    void another_value_is_wrong(@ForAll("forms") TwilioForm form, @ForAll("urls") String url, @ForAll long seed) {
        var random = new Random(seed);
        var at = random.nextInt(form.parameters().size());
        var old = form.parameters().get(at);
        var changed = new ArrayList<>(form.parameters());
        changed.set(at, new Parameter(old.name(), changed(old.value(), random)));
        var mutated = new TwilioForm(changed);

        // A repeated value counts once: to change one of two into nothing new changes nothing.
        assertThat(matches(TOKEN, url, mutated, sign(TOKEN, url, form)))
                .isEqualTo(text(mutated).equals(text(form)));
    }

    @Property
    void one_parameter_more_is_wrong(
            @ForAll("forms") TwilioForm form, @ForAll("urls") String url, @ForAll("texts") String value) {
        var more = new ArrayList<>(form.parameters());
        more.add(new Parameter("Smuggled", value));

        assertThat(matches(TOKEN, url, new TwilioForm(more), sign(TOKEN, url, form)))
                .isFalse();
    }

    @Property
    void another_address_is_wrong(@ForAll("forms") TwilioForm form, @ForAll("urls") String url, @ForAll long seed) {
        var random = new Random(seed);
        var path = url.indexOf('/', "https://".length());
        var changed = url.substring(0, path + 1) + changed(url.substring(path + 1), random);

        assertThat(matches(TOKEN, changed, form, sign(TOKEN, url, form))).isFalse();
        assertThat(matches(TOKEN, "http" + url.substring("https".length()), form, sign(TOKEN, url, form)))
                .isFalse();
    }

    @Property
    void another_signature_is_wrong(@ForAll("forms") TwilioForm form, @ForAll("urls") String url, @ForAll long seed) {
        var signature = sign(TOKEN, url, form);

        assertThat(matches(TOKEN, url, form, changed(signature, new Random(seed))))
                .isFalse();
    }

    @Property
    void another_token_is_wrong(@ForAll("forms") TwilioForm form, @ForAll("urls") String url, @ForAll long seed) {
        assertThat(matches(changed(TOKEN, new Random(seed)), url, form, sign(TOKEN, url, form)))
                .isFalse();
    }

    /// Its map sees one value of a name, and beside ports it decodes addresses: elsewhere it is right.
    @Property
    void twilios_own_validator_says_the_same_where_each_name_stands_once(
            @ForAll("forms") TwilioForm form, @ForAll("plainUrls") String url, @ForAll long seed) {
        var once = form.parameters().stream().collect(toMap(Parameter::name, Parameter::value, (a, _) -> a));
        var formOnce = new TwilioForm(once.entrySet().stream()
                .map(it -> new Parameter(it.getKey(), it.getValue()))
                .toList());
        var right = sign(TOKEN, url, formOnce);
        var wrong = changed(right, new Random(seed));

        assertThat(sdkSays(url, once, right)).isTrue();
        assertThat(matches(TOKEN, url, formOnce, right)).isTrue();
        assertThat(sdkSays(url, once, wrong)).isEqualTo(matches(TOKEN, url, formOnce, wrong));
    }

    @Property
    void what_was_encoded_for_the_wire_is_read_as_it_was_signed(@ForAll("forms") TwilioForm form) {
        var wire = new ArrayList<String>();
        form.parameters().forEach(it -> Collections.addAll(wire, it.name(), it.value()));

        assertThat(TwilioForm.parse(Bodies.form(wire.toArray(String[]::new)).getBytes(UTF_8))
                        .parameters())
                .isEqualTo(form.parameters());
    }

    @Provide
    Arbitrary<TwilioForm> forms() {
        return Combinators.combine(names(), texts())
                .as(Parameter::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(TwilioForm::new);
    }

    /// Few of them, so that some are repeated, and some are the beginning of others.
    private Arbitrary<String> names() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of("Body", "BodyX", "From", "MediaUrl0", "MediaUrl10", "body", "Reason", "é", "A")),
                Tuple.of(1, texts().filter(it -> !it.isEmpty())));
    }

    /// Any text that can be written as UTF-8: without halves of characters.
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(30).map(it -> new String(it.getBytes(UTF_8), UTF_8));
    }

    @Provide
    Arbitrary<String> urls() {
        return Combinators.combine(
                        Arbitraries.of(
                                "https://hooks.example.com", "https://Hooks.example.com:8443", "https://a.fr:443"),
                        Arbitraries.of("/api/webhooks/twilio", "/api/webhooks/twilio/", "/a%20b%2Fc"),
                        Arbitraries.of("", "?", "?a=1&b=%2F+%7b", "?bodySHA256=x&é", "?x=it's&", "?a=1?b=2"))
                .as((base, path, query) -> base + path + query);
    }

    @Provide
    Arbitrary<String> plainUrls() {
        return Arbitraries.of(
                "https://hooks.example.com/api/webhooks/twilio",
                "https://hooks.example.com/api/webhooks/twilio?conversation=1&part=2",
                "https://hooks.example.com/");
    }

    /// One letter changed, inserted or taken away.
    private static String changed(String text, Random random) {
        var at = random.nextInt(text.length() + 1);
        if (at == text.length() || random.nextInt(3) == 0) {
            return text.substring(0, at) + "q" + text.substring(at);
        }
        return random.nextBoolean()
                ? text.substring(0, at) + text.substring(at + 1)
                : text.substring(0, at) + (text.charAt(at) == 'q' ? 'w' : 'q') + text.substring(at + 1);
    }

    private static String text(TwilioForm form) {
        return new Signed.Parameters(form).text();
    }

    private static boolean matches(String token, String url, TwilioForm form, String signature) {
        return TwilioSignature.matches(token, url, new Signed.Parameters(form), signature);
    }

    private static boolean sdkSays(String url, Map<String, String> parameters, String signature) {
        return new RequestValidator(TOKEN).validate(url, parameters, signature);
    }

    /// As Twilio's page says it, written apart from what is tested.
    private static String sign(String token, String url, TwilioForm form) {
        var names = form.parameters().stream()
                .map(Parameter::name)
                .distinct()
                .sorted()
                .toList();
        var text = new StringBuilder(url);
        for (var name : names) {
            values(form, name).forEach(value -> text.append(name).append(value));
        }
        return TwilioSignature.sign(token, text.toString());
    }

    private static List<String> values(TwilioForm form, String name) {
        return form.parameters().stream()
                .filter(it -> it.name().equals(name))
                .map(Parameter::value)
                .distinct()
                .sorted()
                .toList();
    }
}
