package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.Referral;
import fr.accueil.events.MessageKind;
import fr.accueil.ingest.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundMessageFormTest {

    @ParameterizedTest
    @CsvSource({
        "01_text, TEXT", "02_text_accents_emoji, TEXT", "03_image, IMAGE", "04_voice_note, AUDIO",
        "05_location, LOCATION", "06_button_reply, BUTTON", "07_list_reply, BUTTON", "08_quoted_reply, TEXT",
        "09_forwarded, TEXT", "10_ctwa_ad_referral, TEXT", "11_sticker_empty_body, STICKER", "12_long_text, TEXT"
    })
    void each_example_is_what_it_is_called(String example, MessageKind kind) {
        assertThat(example(example).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "03_image, IMAGE",
        "04_voice_note, AUDIO",
        "05_location, LOCATION",
        "06_button_reply, BUTTON",
        "07_list_reply, BUTTON",
        "11_sticker_empty_body, STICKER",
        "01_text, TEXT"
    })
    void and_would_be_without_twilios_undocumented_word_for_it(String example, MessageKind kind) {
        var body = SharedFiles.example(example).replaceAll("MessageType=\\w+&", "");

        assertThat(of(body).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "MessageType=contacts&NumMedia=1&MediaUrl0=https://x&MediaContentType0=text/vcard, CONTACT",
        "NumMedia=1&MediaUrl0=https://x&MediaContentType0=text/vcard, CONTACT",
        "MessageType=video&NumMedia=1&MediaUrl0=https://x&MediaContentType0=video/mp4, VIDEO",
        "NumMedia=1&MediaUrl0=https://x&MediaContentType0=video/mp4, VIDEO",
        "MessageType=document&NumMedia=1&MediaUrl0=https://x&MediaContentType0=application/pdf, DOCUMENT",
        "NumMedia=1&MediaUrl0=https://x&MediaContentType0=application/pdf, DOCUMENT",
        "NumMedia=1&MediaUrl0=https://x, DOCUMENT",
        "MessageType=reaction&Body=, UNSUPPORTED",
        "MessageType=hologram&Body=Bonjour, UNSUPPORTED",
        "MessageType=interactive&InteractiveData=%7B%7D&Body=, UNSUPPORTED",
        "MessageType=interactive&Body=Oui, TEXT",
        "MessageType=text&Body=, TEXT",
        "Body=, UNSUPPORTED",
        "Body=VOICE_CALL_REQUEST&ButtonPayload=ACCEPTED, BUTTON"
    })
    void shapes_without_an_example_are_told_apart_too(String body, MessageKind kind) {
        assertThat(of(body).kind()).isEqualTo(kind);
    }

    @Test
    void an_image_keeps_its_caption_and_its_medium() {
        var image = example("03_image");

        assertThat(image.body()).isEqualTo("Voici la photo du reçu");
        assertThat(image.media())
                .containsExactly(new Media(
                        "https://api.twilio.com/2010-04-01/Accounts/AC0f1e2d3c4b5a69788796a5b4c3d2e1f0/Messages/MM5a17c0de000000000000000000000003/Media/ME000000000000000000000000ed1a0003",
                        "image/jpeg"));
    }

    @Test
    void several_media_come_in_their_order_whatever_num_media_says() {
        var form = of("NumMedia=0&MediaUrl10=k&MediaContentType10=image/png&MediaUrl2=c&MediaUrl0=a&MediaUrl1=");

        assertThat(form.media())
                .containsExactly(
                        new Media("a", "application/octet-stream"),
                        new Media("c", "application/octet-stream"),
                        new Media("k", "image/png"));
    }

    @Test
    void a_location_keeps_address_and_label_where_it_has_them() {
        assertThat(example("05_location").location())
                .contains(new Location("48.85837", "2.294481", "5 Avenue Anatole France, 75007 Paris", "Tour Eiffel"));
        assertThat(of("Latitude=1.5&Longitude=-0.55").location()).contains(new Location("1.5", "-0.55", null, null));
        assertThat(of("Latitude=1.5").location()).isEmpty();
    }

    @Test
    void a_tapped_button_keeps_its_payload_and_what_it_answers() {
        var tap = example("06_button_reply");

        assertThat(tap.button()).contains(new ButtonReply("Confirmer", "rdv:confirm:8841"));
        assertThat(tap.repliedTo()).contains("MM5a17c0de00000000000000000000006a");
        assertThat(tap.forwarded()).isFalse();
    }

    @Test
    void a_chosen_list_item_keeps_its_id_even_when_only_the_metadata_has_it() {
        var chosen = new ButtonReply("Livraison express", "ship_express");
        var onlyMetadata = SharedFiles.example("07_list_reply").replaceAll("&List(Id|Title|Description)=[^&]*", "");

        assertThat(example("07_list_reply").button()).contains(chosen);
        assertThat(onlyMetadata).doesNotContain("&ListId");
        assertThat(of(onlyMetadata).button()).contains(chosen);
    }

    @Test
    void metadata_that_is_no_json_is_no_error() {
        assertThat(of("ChannelMetadata=%7Bbroken&Body=Bonjour").button()).isEmpty();
        assertThat(of("ChannelMetadata=%5B%5D&Body=Bonjour").kind()).isEqualTo(MessageKind.TEXT);
        assertThat(of("ChannelMetadata=" + "%5B".repeat(5_000) + "&Body=Bonjour")
                        .kind())
                .isEqualTo(MessageKind.TEXT);
    }

    @Test
    void quotes_and_forwards_are_kept() {
        assertThat(example("08_quoted_reply").repliedTo()).contains("SM5a17c0de00000000000000000000006c");
        assertThat(example("09_forwarded").forwarded()).isTrue();
    }

    @Test
    void the_advertisement_that_a_customer_came_from_is_kept() {
        assertThat(example("10_ctwa_ad_referral").referral())
                .contains(new Referral(
                        "ad",
                        "120210000000000042",
                        "https://fb.me/9xYzInvented",
                        "Offre de rentrée",
                        "Discutez avec nous sur WhatsApp !"));
        assertThat(of("Body=Bonjour&ReferralSourceType=post&ReferralNumMedia=0").referral())
                .contains(new Referral("post", null, null, null, null));
        assertThat(example("01_text").referral()).isEmpty();
    }

    @Test
    void what_nobody_reads_yet_stands_in_the_raw_parameters() {
        assertThat(example("10_ctwa_ad_referral").form().raw())
                .containsEntry("ReferralHeadline", "Offre de rentrée")
                .containsEntry("ReferralCtwaClid", "ARinventedClickId0123456789_-abcDEF");
    }

    @Test
    void the_sid_is_found_under_its_older_names() {
        assertThat(of("MessageSid=SM1&SmsSid=SM2").sid()).isEqualTo("SM1");
        assertThat(of("SmsSid=SM2").sid()).isEqualTo("SM2");
        assertThat(of("CallSid=CA1").sid()).isEmpty();
    }

    private static InboundMessageForm example(String name) {
        return of(SharedFiles.example(name));
    }

    private static InboundMessageForm of(String body) {
        return new InboundMessageForm(TwilioForm.parse(body.getBytes(UTF_8)));
    }
}
