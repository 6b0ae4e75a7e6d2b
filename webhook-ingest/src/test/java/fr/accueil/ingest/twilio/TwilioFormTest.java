package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.ingest.SharedFiles;
import fr.accueil.ingest.twilio.TwilioForm.Parameter;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioFormTest {

    @Test
    void keeps_order_repetition_and_empty_values() {
        assertThat(parse("b=2&a=1&b=&c&=x&&b=2").parameters())
                .containsExactly(
                        new Parameter("b", "2"),
                        new Parameter("a", "1"),
                        new Parameter("b", ""),
                        new Parameter("c", ""),
                        new Parameter("", "x"),
                        new Parameter("b", "2"));
    }

    @Test
    void reads_accents_emoji_and_line_breaks() {
        var form = parse(SharedFiles.example("02_text_accents_emoji"));

        assertThat(form.text("ProfileName")).isEqualTo("Zoé & Gaël 🌿");
        assertThat(form.text("Body"))
                .isEqualTo(
                        "Ça marche très bien, merci ! L'été à l'Île-d'Yeu 🏖️👩‍👩‍👧 coûte 45 € + 5 % de frais…\nÀ bientôt 😉");
    }

    @Test
    void reads_what_was_not_escaped_as_utf_8() {
        assertThat(parse("Body=été&x=a%20b+c%2Bd").text("Body")).isEqualTo("été");
        assertThat(parse("Body=été&x=a%20b+c%2Bd").text("x")).isEqualTo("a b c+d");
    }

    @Test
    void an_empty_body_has_no_parameters() {
        assertThat(parse("").parameters()).isEmpty();
        assertThat(parse("&&&").parameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Body=%ZZ", "Body=%", "Body=%4", "%G1=x", "Body=100%25%"})
    void broken_encoding_is_rejected(String body) {
        assertRejected(body.getBytes(UTF_8), Rejection.BROKEN_ENCODING);
    }

    /// Half of an emoji, cut off at 1,600 characters: what can be read is read, and what was signed stays what it was.
    @ParameterizedTest
    @CsvSource({
        "%ED%A0%80, \uFFFD\uFFFD\uFFFD",
        "%C3, \uFFFD",
        "%C3%28, \uFFFD(",
        "%E9t%E9, \uFFFDt\uFFFD",
        "a%F0%9F%98, a\uFFFD\uFFFD\uFFFD"
    })
    void bytes_that_are_no_text_are_replaced_but_signed_as_they_came(String value, String read) {
        var form = parse("Body=" + value);

        assertThat(form.text("Body")).isEqualTo(read);
        assertThat(form.raw()).containsEntry("Body", read);
        assertThat(Utf8.encode(form.parameters().getFirst().value()))
                .isEqualTo(URLDecoder.decode(value, ISO_8859_1).getBytes(ISO_8859_1));
    }

    @Test
    void every_byte_survives_being_decoded() {
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThat(Utf8.encode(Utf8.decode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void a_json_object_is_parameters_too() {
        assertThat(parseJson("{\"Body\":\"été\",\"NumMedia\":0,\"Forwarded\":true,\"More\":{\"a\":[1]},\"No\":null}")
                        .raw())
                .isEqualTo(Map.of(
                        "Body", "été", "NumMedia", "0", "Forwarded", "true", "More", "{\"a\":[1]}", "No", "null"));
        assertThat(parseJson("{\"Body\":\"\\ud83d\\u0000\"}").text("Body")).isEqualTo("\uFFFD\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{", "null", "{\"a\":}"})
    void other_json_is_rejected(String body) {
        assertThatThrownBy(() -> parseJson(body))
                .isInstanceOfSatisfying(
                        RejectedWebhook.class, it -> assertThat(it.rejection()).isEqualTo(Rejection.BROKEN_ENCODING));
    }

    @Test
    void a_thousand_parameters_are_no_webhook() {
        assertRejected("a=1&".repeat(TwilioForm.MOST_PARAMETERS + 1).getBytes(UTF_8), Rejection.TOO_LARGE);
        assertThat(parse("a=1&".repeat(TwilioForm.MOST_PARAMETERS)).parameters())
                .hasSize(TwilioForm.MOST_PARAMETERS);
    }

    @Test
    void everything_is_kept_as_received_repeated_names_too() {
        assertThat(parse("Tag=b&Tag=a&New=&Tag=b").raw())
                .containsEntry("Tag", "b")
                .containsEntry("Tag#2", "a")
                .containsEntry("Tag#3", "b")
                .containsEntry("New", "")
                .hasSize(4);
    }

    @Test
    void a_character_that_no_database_stores_is_replaced_but_signed_as_it_came() {
        var form = parse("Body=a%00b");

        assertThat(form.text("Body")).isEqualTo("a\uFFFDb");
        assertThat(form.raw()).containsEntry("Body", "a\uFFFDb");
        assertThat(form.parameters()).containsExactly(new Parameter("Body", "a\u0000b"));
    }

    private static TwilioForm parse(String body) {
        return TwilioForm.parse(body.getBytes(UTF_8));
    }

    private static TwilioForm parseJson(String body) {
        return TwilioForm.parseJson(body.getBytes(UTF_8));
    }

    private static void assertRejected(byte[] body, Rejection rejection) {
        assertThatThrownBy(() -> TwilioForm.parse(body))
                .isInstanceOfSatisfying(
                        RejectedWebhook.class, it -> assertThat(it.rejection()).isEqualTo(rejection));
    }
}
