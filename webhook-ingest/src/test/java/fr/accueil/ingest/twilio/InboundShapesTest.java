package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.InboundEvent.Referral;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.ingest.SharedFiles;
import fr.accueil.platform.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// One test for each shape of a message, from the wire to Kafka: whatever it is, it is taken, and all of it is kept.
@IngestTest
class InboundShapesTest {

    private static final String MARIE = "whatsapp:+33639980012";
    private static final String MEDIA = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME";

    private final Caller twilio;
    private final Events events;
    private final Businesses businesses;

    InboundShapesTest(@LocalServerPort int port, @Autowired Events events, @Autowired Businesses businesses) {
        this.twilio = new Caller(port);
        this.events = events;
        this.businesses = businesses;
    }

    @BeforeEach
    void camelia_has_a_channel() {
        businesses.saveCamelia();
    }

    @Test
    void text() {
        var received = example("01_text");

        assertThat(received.kind()).isEqualTo(MessageKind.TEXT);
        assertThat(received.body()).isEqualTo("Bonjour, avez-vous encore des billets pour samedi ?");
        assertThat(received.media()).isEmpty();
        assertThat(received.referral()).isNull();
        assertThat(received.forwarded()).isFalse();
    }

    @Test
    void accents_and_emoji() {
        var received = example("02_text_accents_emoji");

        assertThat(received.body())
                .contains("l'Île-d'Yeu 🏖️👩‍👩‍👧 coûte 45 € + 5 %")
                .endsWith("\nÀ bientôt 😉");
        assertThat(received.customer().profileName()).isEqualTo("Zoé & Gaël 🌿");
    }

    @Test
    void decomposed_accents_and_spaces_stay_as_they_are() {
        assertThat(taken("Body", "  e\u0301te\u0301\u00A0!\r\n ").body()).isEqualTo("  e\u0301te\u0301\u00A0!\r\n ");
    }

    @Test
    void long_text() {
        assertThat(example("12_long_text").body()).hasSize(1_600);
    }

    @Test
    void image_with_a_caption() {
        var received = example("03_image");

        assertThat(received.kind()).isEqualTo(MessageKind.IMAGE);
        assertThat(received.body()).isEqualTo("Voici la photo du reçu");
        assertThat(received.media())
                .singleElement()
                .extracting(Media::contentType)
                .isEqualTo("image/jpeg");
        assertThat(received.providerSid()).startsWith("MM");
    }

    @Test
    void voice_note() {
        var received = example("04_voice_note");

        assertThat(received.kind()).isEqualTo(MessageKind.AUDIO);
        assertThat(received.body()).isEmpty();
        assertThat(received.media())
                .singleElement()
                .extracting(Media::contentType)
                .isEqualTo("audio/ogg");
    }

    @Test
    void document_with_a_caption() {
        var received = taken(
                "MessageType",
                "document",
                "NumMedia",
                "1",
                "Body",
                "Mon devis",
                "MediaUrl0",
                MEDIA + 0,
                "MediaContentType0",
                "application/pdf");

        assertThat(received.kind()).isEqualTo(MessageKind.DOCUMENT);
        assertThat(received.body()).isEqualTo("Mon devis");
        assertThat(received.media()).containsExactly(new Media(MEDIA + 0, "application/pdf"));
    }

    @Test
    void video() {
        assertThat(taken(
                                "MessageType",
                                "video",
                                "NumMedia",
                                "1",
                                "MediaUrl0",
                                MEDIA + 0,
                                "MediaContentType0",
                                "video/mp4")
                        .kind())
                .isEqualTo(MessageKind.VIDEO);
    }

    @Test
    void sticker() {
        var received = example("11_sticker_empty_body");

        assertThat(received.kind()).isEqualTo(MessageKind.STICKER);
        assertThat(received.body()).isEmpty();
        assertThat(received.media()).hasSize(1);
    }

    @Test
    void shared_contact() {
        var received = taken(
                "MessageType",
                "contacts",
                "NumMedia",
                "1",
                "Body",
                "",
                "MediaUrl0",
                MEDIA + 0,
                "MediaContentType0",
                "text/vcard");

        assertThat(received.kind()).isEqualTo(MessageKind.CONTACT);
        assertThat(received.media()).containsExactly(new Media(MEDIA + 0, "text/vcard"));
    }

    @Test
    void location() {
        var received = example("05_location");

        assertThat(received.kind()).isEqualTo(MessageKind.LOCATION);
        assertThat(received.location())
                .isEqualTo(new Location("48.85837", "2.294481", "5 Avenue Anatole France, 75007 Paris", "Tour Eiffel"));
    }

    @Test
    void tapped_button() {
        var received = example("06_button_reply");

        assertThat(received.kind()).isEqualTo(MessageKind.BUTTON);
        assertThat(received.button()).isEqualTo(new ButtonReply("Confirmer", "rdv:confirm:8841"));
        assertThat(received.repliedTo()).isEqualTo("MM5a17c0de00000000000000000000006a");
    }

    @Test
    void chosen_list_item() {
        var received = example("07_list_reply");

        assertThat(received.kind()).isEqualTo(MessageKind.BUTTON);
        assertThat(received.button()).isEqualTo(new ButtonReply("Livraison express", "ship_express"));
    }

    @Test
    void choice_that_only_interactive_data_has() {
        var received = taken(
                "MessageType",
                "interactive",
                "Body",
                "Coupe",
                "InteractiveData",
                "{\"list_reply\":{\"id\":\"svc-1\",\"title\":\"Coupe femme\"}}");

        assertThat(received.kind()).isEqualTo(MessageKind.BUTTON);
        assertThat(received.button()).isEqualTo(new ButtonReply("Coupe femme", "svc-1"));
    }

    @Test
    void form_that_was_filled_in() {
        var flow = "{\"flowResponse\":{\"date\":\"2026-12-01\"}}";

        assertThat(taken("MessageType", "interactive", "Body", "", "InteractiveData", flow)
                        .button())
                .isEqualTo(new ButtonReply(null, flow));
        assertThat(taken("MessageType", "interactive", "Body", "Merci", "FlowData", flow)
                        .button())
                .isEqualTo(new ButtonReply("Merci", flow));
    }

    @Test
    void answer_to_the_wish_to_call() {
        var received = taken("Body", "VOICE_CALL_REQUEST", "ButtonPayload", "REJECTED");

        assertThat(received.kind()).isEqualTo(MessageKind.BUTTON);
        assertThat(received.button()).isEqualTo(new ButtonReply("VOICE_CALL_REQUEST", "REJECTED"));
    }

    @Test
    void quoted_reply() {
        var received = example("08_quoted_reply");

        assertThat(received.kind()).isEqualTo(MessageKind.TEXT);
        assertThat(received.repliedTo()).isEqualTo("SM5a17c0de00000000000000000000006c");
    }

    @Test
    void quote_that_is_too_old_for_a_target() {
        assertThat(taken("Body", "Oui", "OriginalRepliedMessageSender", "whatsapp:+33199000042")
                        .repliedTo())
                .isNull();
    }

    @Test
    void forwarded() {
        assertThat(example("09_forwarded").forwarded()).isTrue();
    }

    @Test
    void from_an_advertisement() {
        assertThat(example("10_ctwa_ad_referral").referral())
                .isEqualTo(new Referral(
                        "ad",
                        "120210000000000042",
                        "https://fb.me/9xYzInvented",
                        "Offre de rentrée",
                        "Discutez avec nous sur WhatsApp !"));
    }

    @Test
    void empty() {
        assertThat(taken("Body", "", "NumMedia", "0").kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(taken("NumMedia", "0").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reaction", "edit", "edited", "revoke", "order", "poll", "system", "unsupported", "😀", "TeXt2"})
    void what_is_not_known_is_kept_raw(String type) {
        var received = taken("MessageType", type, "Body", "", "Reaction", "👍", "Poll0", "Oui");

        assertThat(received.kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(received.raw())
                .containsEntry("MessageType", type)
                .containsEntry("Reaction", "👍")
                .containsEntry("Poll0", "Oui");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "7, 1", "-1, 1", "999999999999999999999, 1", "beaucoup, 1", "'', 1"})
    void num_media_is_not_believed(String numMedia, int media) {
        var received = taken("NumMedia", numMedia, "MediaUrl0", MEDIA + 0, "MediaContentType0", "image/png");

        assertThat(received.media()).hasSize(media);
        assertThat(received.kind()).isEqualTo(MessageKind.IMAGE);
    }

    @Test
    void media_that_were_announced_and_are_not_there() {
        var received = taken("NumMedia", "2", "Body", "Voilà");

        assertThat(received.media()).isEmpty();
        assertThat(received.kind()).isEqualTo(MessageKind.TEXT);
    }

    @Test
    void several_media() {
        var received = taken(
                "NumMedia",
                "2",
                "MediaUrl1",
                MEDIA + 1,
                "MediaContentType1",
                "application/pdf",
                "MediaUrl0",
                MEDIA + 0,
                "MediaContentType0",
                "image/png",
                "XMediaUrl2",
                "x",
                "MediaUrlX",
                "x");

        assertThat(received.media())
                .containsExactly(new Media(MEDIA + 0, "image/png"), new Media(MEDIA + 1, "application/pdf"));
    }

    /// Half of an emoji at the end of 1,600 characters, and the one character that no database takes.
    @Test
    void halves_of_characters_and_nul() {
        var sid = Bodies.sid();
        var body = Bodies.message(sid, MARIE) + "&Body=Bonjour+%ED%A0%BD%00+fin&ProfileName=%F0%9F%98&Bad%FF=x";

        var received = posted(sid, body);

        assertThat(received.body()).isEqualTo("Bonjour \uFFFD\uFFFD\uFFFD\uFFFD fin");
        assertThat(received.customer().profileName()).isEqualTo("\uFFFD".repeat(3));
        assertThat(received.raw()).containsEntry("Bad\uFFFD", "x");
    }

    @Test
    void halves_of_characters_in_the_json_of_a_parameter() {
        var received = taken(
                "MessageType",
                "interactive",
                "InteractiveData",
                "{\"button_reply\":{\"id\":\"a\\ud83d\\u0000\",\"title\":\"\\udc00\"}}");

        assertThat(received.button()).isEqualTo(new ButtonReply("\uFFFD", "a\uFFFD\uFFFD"));
    }

    /// The SDK loses it (trap 13); a customer may write it.
    @Test
    void the_word_null() {
        assertThat(taken("Body", "null").body()).isEqualTo("null");
        assertThat(taken("Body", "null").kind()).isEqualTo(MessageKind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "\"", "\u0001"})
    void very_long_values(String character) {
        var sid = Bodies.sid();
        var start = Bodies.message(sid, MARIE) + "&ProfileName=x&Body=";
        var length = (64 * 1024 - start.length()) / character.getBytes(UTF_8).length;

        assertThat(posted(sid, start + character.repeat(length)).body()).hasSize(length);
    }

    @Test
    void repeated_parameters() {
        var sid = Bodies.sid();
        var body = Bodies.message(sid, MARIE) + "&Body=un&Body=deux&Body=";
        var form = TwilioForm.parse(body.getBytes(UTF_8));
        var signature = TwilioSignature.sign(
                Caller.TOKEN, Caller.PUBLIC_URL + Caller.INBOUND + new Signed.Parameters(form).text());

        assertThat(twilio.postsWithSignature(signature, Caller.INBOUND, body).statusCode())
                .isEqualTo(200);
        var received = published(sid);
        assertThat(received.body()).isEqualTo("un");
        assertThat(received.raw())
                .containsEntry("Body", "un")
                .containsEntry("Body#2", "deux")
                .containsEntry("Body#3", "");
    }

    @Test
    void a_thousand_parameters() {
        var sid = Bodies.sid();
        var body = new StringBuilder(Bodies.message(sid, MARIE, "Body", "Bonjour"));
        for (int i = 0; i < 900; i++) {
            body.append("&Future").append(i).append("=x");
        }

        assertThat(posted(sid, body.toString()).raw()).containsEntry("Future899", "x");
    }

    private MessageReceived example(String name) {
        var body = SharedFiles.example(name);
        return posted(TwilioForm.parse(body.getBytes(UTF_8)).text("MessageSid"), body);
    }

    private MessageReceived taken(String... more) {
        var sid = Bodies.sid();
        return posted(sid, Bodies.message(sid, MARIE, more));
    }

    private MessageReceived posted(String sid, String body) {
        var answer = twilio.posts(Caller.INBOUND, body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
        return published(sid);
    }

    private MessageReceived published(String sid) {
        return events.await(
                Topic.INBOUND,
                MessageReceived.class,
                it -> it.providerSid().equals(sid) && it.channel().equals(Businesses.CAMELIA.channel()));
    }
}
