package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.Referral;
import fr.accueil.events.MessageKind;
import fr.accueil.platform.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// One test for each shape of a message, from the wire to Kafka. Beside them stand [ChoicesTest] and [OddShapesTest].
@IngestTest
class InboundShapesTest {

    private final Marie marie;
    private final Businesses businesses;

    InboundShapesTest(@LocalServerPort int port, @Autowired Events events, @Autowired Businesses businesses) {
        this.marie = new Marie(port, events);
        this.businesses = businesses;
    }

    @BeforeEach
    void camelia_has_a_channel() {
        businesses.saveCamelia();
    }

    @Test
    void text() {
        var received = marie.sendsExample("01_text");

        assertThat(received.kind()).isEqualTo(MessageKind.TEXT);
        assertThat(received.body()).isEqualTo("Bonjour, avez-vous encore des billets pour samedi ?");
        assertThat(received.media()).isEmpty();
        assertThat(received.referral()).isNull();
        assertThat(received.forwarded()).isFalse();
    }

    @Test
    void accents_and_emoji() {
        var received = marie.sendsExample("02_text_accents_emoji");

        assertThat(received.body())
                .contains("l'Île-d'Yeu 🏖️👩‍👩‍👧 coûte 45 € + 5 %")
                .endsWith("\nÀ bientôt 😉");
        assertThat(received.customer().profileName()).isEqualTo("Zoé & Gaël 🌿");
    }

    @Test
    void decomposed_accents_and_spaces_stay_as_they_are() {
        assertThat(marie.sends("Body", "  e\u0301te\u0301\u00A0!\r\n ").body())
                .isEqualTo("  e\u0301te\u0301\u00A0!\r\n ");
    }

    @Test
    void long_text() {
        assertThat(marie.sendsExample("12_long_text").body()).hasSize(1_600);
    }

    @Test
    void image_with_a_caption() {
        var received = marie.sendsExample("03_image");

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
        var received = marie.sendsExample("04_voice_note");

        assertThat(received.kind()).isEqualTo(MessageKind.AUDIO);
        assertThat(received.body()).isEmpty();
        assertThat(received.media())
                .singleElement()
                .extracting(Media::contentType)
                .isEqualTo("audio/ogg");
    }

    @Test
    void document_with_a_caption() {
        var received = marie.sends(
                "MessageType",
                "document",
                "NumMedia",
                "1",
                "Body",
                "Mon devis",
                "MediaUrl0",
                Marie.MEDIA + 0,
                "MediaContentType0",
                "application/pdf");

        assertThat(received.kind()).isEqualTo(MessageKind.DOCUMENT);
        assertThat(received.body()).isEqualTo("Mon devis");
        assertThat(received.media()).containsExactly(new Media(Marie.MEDIA + 0, "application/pdf"));
    }

    @Test
    void video() {
        assertThat(marie.sends(
                                "MessageType",
                                "video",
                                "NumMedia",
                                "1",
                                "MediaUrl0",
                                Marie.MEDIA + 0,
                                "MediaContentType0",
                                "video/mp4")
                        .kind())
                .isEqualTo(MessageKind.VIDEO);
    }

    @Test
    void sticker() {
        var received = marie.sendsExample("11_sticker_empty_body");

        assertThat(received.kind()).isEqualTo(MessageKind.STICKER);
        assertThat(received.body()).isEmpty();
        assertThat(received.media()).hasSize(1);
    }

    @Test
    void shared_contact() {
        var received = marie.sends(
                "MessageType",
                "contacts",
                "NumMedia",
                "1",
                "Body",
                "",
                "MediaUrl0",
                Marie.MEDIA + 0,
                "MediaContentType0",
                "text/vcard");

        assertThat(received.kind()).isEqualTo(MessageKind.CONTACT);
        assertThat(received.media()).containsExactly(new Media(Marie.MEDIA + 0, "text/vcard"));
    }

    @Test
    void location() {
        var received = marie.sendsExample("05_location");

        assertThat(received.kind()).isEqualTo(MessageKind.LOCATION);
        assertThat(received.location())
                .isEqualTo(new Location("48.85837", "2.294481", "5 Avenue Anatole France, 75007 Paris", "Tour Eiffel"));
    }

    @Test
    void quoted_reply() {
        var received = marie.sendsExample("08_quoted_reply");

        assertThat(received.kind()).isEqualTo(MessageKind.TEXT);
        assertThat(received.repliedTo()).isEqualTo("SM5a17c0de00000000000000000000006c");
    }

    @Test
    void quote_that_is_too_old_for_a_target() {
        assertThat(marie.sends("Body", "Oui", "OriginalRepliedMessageSender", "whatsapp:+33199000042")
                        .repliedTo())
                .isNull();
    }

    @Test
    void forwarded() {
        assertThat(marie.sendsExample("09_forwarded").forwarded()).isTrue();
    }

    @Test
    void from_an_advertisement() {
        assertThat(marie.sendsExample("10_ctwa_ad_referral").referral())
                .isEqualTo(new Referral(
                        "ad",
                        "120210000000000042",
                        "https://fb.me/9xYzInvented",
                        "Offre de rentrée",
                        "Discutez avec nous sur WhatsApp !"));
    }
}
