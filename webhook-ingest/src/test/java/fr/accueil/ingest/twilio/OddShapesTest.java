package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.MessageKind;
import fr.accueil.platform.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whatever it is, it is taken, and all of it is kept.
@IngestTest
class OddShapesTest {

    private final Marie marie;
    private final Caller twilio;
    private final Businesses businesses;

    OddShapesTest(@LocalServerPort int port, @Autowired Events events, @Autowired Businesses businesses) {
        this.marie = new Marie(port, events);
        this.twilio = new Caller(port);
        this.businesses = businesses;
    }

    @BeforeEach
    void camelia_has_a_channel() {
        businesses.saveCamelia();
    }

    @Test
    void empty() {
        assertThat(marie.sends("Body", "", "NumMedia", "0").kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(marie.sends("NumMedia", "0").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reaction", "edit", "edited", "revoke", "order", "poll", "system", "unsupported", "😀", "TeXt2"})
    void what_is_not_known_is_kept_raw(String type) {
        var received = marie.sends("MessageType", type, "Body", "", "Reaction", "👍", "Poll0", "Oui");

        assertThat(received.kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(received.raw())
                .containsEntry("MessageType", type)
                .containsEntry("Reaction", "👍")
                .containsEntry("Poll0", "Oui");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "7, 1", "-1, 1", "999999999999999999999, 1", "beaucoup, 1", "'', 1"})
    void num_media_is_not_believed(String numMedia, int media) {
        var received =
                marie.sends("NumMedia", numMedia, "MediaUrl0", Marie.MEDIA + 0, "MediaContentType0", "image/png");

        assertThat(received.media()).hasSize(media);
        assertThat(received.kind()).isEqualTo(MessageKind.IMAGE);
    }

    @Test
    void media_that_were_announced_and_are_not_there() {
        var received = marie.sends("NumMedia", "2", "Body", "Voilà");

        assertThat(received.media()).isEmpty();
        assertThat(received.kind()).isEqualTo(MessageKind.TEXT);
    }

    @Test
    void several_media() {
        var received = marie.sends(
                "NumMedia",
                "2",
                "MediaUrl1",
                Marie.MEDIA + 1,
                "MediaContentType1",
                "application/pdf",
                "MediaUrl0",
                Marie.MEDIA + 0,
                "MediaContentType0",
                "image/png",
                "XMediaUrl2",
                "x",
                "MediaUrlX",
                "x");

        assertThat(received.media())
                .containsExactly(
                        new Media(Marie.MEDIA + 0, "image/png"), new Media(Marie.MEDIA + 1, "application/pdf"));
    }

    /// Half of an emoji at the end of 1,600 characters, and the one character that no database takes.
    @Test
    void halves_of_characters_and_nul() {
        var sid = Bodies.sid();
        var body = Bodies.message(sid, Marie.ADDRESS) + "&Body=Bonjour+%ED%A0%BD%00+fin&ProfileName=%F0%9F%98&Bad%FF=x";

        var received = marie.posts(sid, body);

        assertThat(received.body()).isEqualTo("Bonjour \uFFFD\uFFFD\uFFFD\uFFFD fin");
        assertThat(received.customer().profileName()).isEqualTo("\uFFFD".repeat(3));
        assertThat(received.raw()).containsEntry("Bad\uFFFD", "x");
    }

    /// The SDK loses it (trap 13); a customer may write it.
    @Test
    void the_word_null() {
        assertThat(marie.sends("Body", "null").body()).isEqualTo("null");
        assertThat(marie.sends("Body", "null").kind()).isEqualTo(MessageKind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "\"", "\u0001"})
    void very_long_values(String character) {
        var sid = Bodies.sid();
        var start = Bodies.message(sid, Marie.ADDRESS) + "&ProfileName=x&Body=";
        var length = (64 * 1024 - start.length()) / character.getBytes(UTF_8).length;

        assertThat(marie.posts(sid, start + character.repeat(length)).body()).hasSize(length);
    }

    @Test
    void repeated_parameters() {
        var sid = Bodies.sid();
        var body = Bodies.message(sid, Marie.ADDRESS) + "&Body=un&Body=deux&Body=";
        var form = TwilioForm.parse(body.getBytes(UTF_8));
        var signature = TwilioSignature.sign(
                Caller.TOKEN, Caller.PUBLIC_URL + Caller.INBOUND + new Signed.Parameters(form).text());

        assertThat(twilio.postsWithSignature(signature, Caller.INBOUND, body).statusCode())
                .isEqualTo(200);
        var received = marie.published(sid);
        assertThat(received.body()).isEqualTo("un");
        assertThat(received.raw())
                .containsEntry("Body", "un")
                .containsEntry("Body#2", "deux")
                .containsEntry("Body#3", "");
    }

    @Test
    void a_thousand_parameters() {
        var sid = Bodies.sid();
        var body = new StringBuilder(Bodies.message(sid, Marie.ADDRESS, "Body", "Bonjour"));
        for (int i = 0; i < 900; i++) {
            body.append("&Future").append(i).append("=x");
        }

        assertThat(marie.posts(sid, body.toString()).raw()).containsEntry("Future899", "x");
    }
}
