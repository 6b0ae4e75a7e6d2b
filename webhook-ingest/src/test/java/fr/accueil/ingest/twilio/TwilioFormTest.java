package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.ingest.SharedFiles;
import fr.accueil.ingest.twilio.TwilioForm.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(
            strings = {
                "Body=%ZZ",
                "Body=%",
                "Body=%4",
                "%G1=x",
                "Body=100%25%",
                "Body=%C3",
                "Body=%C3%28",
                "Body=%ED%A0%80"
            })
    void broken_encoding_is_rejected(String body) {
        assertRejected(body.getBytes(UTF_8), Rejection.BROKEN_ENCODING);
    }

    @Test
    void bytes_that_are_no_utf_8_are_rejected() {
        assertRejected(new byte[] {'B', '=', (byte) 0xE9}, Rejection.BROKEN_ENCODING);
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

    private static void assertRejected(byte[] body, Rejection rejection) {
        assertThatThrownBy(() -> TwilioForm.parse(body))
                .isInstanceOfSatisfying(
                        RejectedWebhook.class, it -> assertThat(it.rejection()).isEqualTo(rejection));
    }
}
