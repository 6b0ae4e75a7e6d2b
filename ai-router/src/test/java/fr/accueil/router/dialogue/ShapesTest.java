package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Envelope;
import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.Referral;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever shape a message has, it is answered or honestly handed over, and never in the way of others.
class ShapesTest extends Story {

    static Stream<Inbound> unreadable() {
        return Stream.of(
                Inbound.of(MessageKind.IMAGE, "").with(media("image/jpeg")),
                Inbound.of(MessageKind.IMAGE, "c'est combien pour ça ?").with(media("image/jpeg")),
                Inbound.of(MessageKind.AUDIO, "").with(media("audio/ogg")),
                Inbound.of(MessageKind.VIDEO, "").with(media("video/mp4")),
                Inbound.of(MessageKind.DOCUMENT, "").with(media("application/pdf"), media("application/pdf")),
                Inbound.of(MessageKind.STICKER, "").with(media("image/webp")),
                Inbound.of(MessageKind.CONTACT, "").with(media("text/vcard")),
                Inbound.of(MessageKind.LOCATION, "").with(new Location("43.6", "3.88", null, null)),
                Inbound.of(MessageKind.UNSUPPORTED, ""),
                Inbound.of(MessageKind.UNSUPPORTED, "VOICE_CALL_REQUEST"),
                Inbound.of(MessageKind.BUTTON, "").with(new ButtonReply(null, "menu_3")),
                Inbound.text(""),
                Inbound.text("  \n"));
    }

    static Stream<Inbound> readable() {
        return Stream.of(
                Inbound.of(MessageKind.BUTTON, OPEN_ON_SATURDAY).with(new ButtonReply(OPEN_ON_SATURDAY, "hours")),
                Inbound.of(MessageKind.BUTTON, "").with(new ButtonReply(OPEN_ON_SATURDAY, "hours")),
                Inbound.text(OPEN_ON_SATURDAY).quoting("SM0123456789abcdef0123456789abcdef"),
                Inbound.text(OPEN_ON_SATURDAY)
                        .with(new Referral("ad", "1", "https://example.com/ad", "Promo", "Cliquez")));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_has_no_words_to_read_is_handed_over(Inbound inbound) {
        var marie = customer("Marie");

        var sent = marie.sends(inbound);

        var over = marie.isHandedOver(HandoverReason.UNSUPPORTED_MESSAGE);
        assertThat(over.answers()).containsExactly(id(sent));
        assertThat(marie.isTold("Je ne sais lire que les messages écrits").message())
                .isEqualTo(over.message());
        assertThat(marie.sawTyping()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readable")
    void what_has_words_is_answered(Inbound inbound) {
        var marie = customer("Marie");

        var sent = marie.sends(inbound);

        assertThat(marie.isTold(HOURS).answers()).containsExactly(id(sent));
    }

    @Test
    void a_photo_in_a_burst_takes_its_words_along_to_a_person() {
        var marie = customer("Marie");

        var words = marie.writes("vous pouvez faire ça ?");
        var photo = marie.sends(Inbound.of(MessageKind.IMAGE, "").with(media("image/jpeg")));

        assertThat(marie.isHandedOver(HandoverReason.UNSUPPORTED_MESSAGE).answers())
                .containsExactly(id(words), id(photo));
    }

    /// As JSON may write what no text can hold.
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude00\\ud83d", "\\uffff"})
    void what_no_database_can_keep_is_read_nevertheless(String strange) {
        var marie = customer("Marie");
        var envelope = marie.written(Inbound.text(OPEN_ON_SATURDAY + " MARK"));

        var json = new String(Wire.write(envelope), StandardCharsets.UTF_8).replace("MARK", strange);
        events.publish(Topic.INBOUND, envelope.subject(), json.getBytes(StandardCharsets.UTF_8));

        assertThat(marie.isTold(HOURS).answers()).containsExactly(id(envelope));
    }

    @Test
    void a_stop_with_half_an_emoji_is_one() {
        var marie = customer("Marie");
        var envelope = marie.written(Inbound.text("STOP MARK"));

        var json = new String(Wire.write(envelope), StandardCharsets.UTF_8).replace("MARK", "\\ud83d\\u0000");
        events.publish(Topic.INBOUND, envelope.subject(), json.getBytes(StandardCharsets.UTF_8));

        assertThat(marie.isTold("vous ne recevrez plus").answers()).containsExactly(id(envelope));
    }

    private static Media media(String contentType) {
        return new Media("https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0", contentType);
    }

    private static MessageId id(Envelope envelope) {
        return MessageId.of(envelope.id());
    }
}
