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

/// Whatever shape a message has, it is answered or honestly handed over, and never in the way of others.
class ShapesTest extends Story {

    private static Stream<Inbound> unreadable() {
        return Stream.of(
                Inbound.of(MessageKind.IMAGE, "").with(media("image/jpeg")),
                Inbound.of(MessageKind.IMAGE, "c'est combien pour ça ?").with(media("image/jpeg")),
                Inbound.of(MessageKind.VIDEO, "").with(media("video/mp4")),
                Inbound.of(MessageKind.DOCUMENT, "").with(media("application/pdf"), media("application/pdf")),
                Inbound.of(MessageKind.CONTACT, "").with(media("text/vcard")),
                Inbound.of(MessageKind.LOCATION, "").with(new Location("43.6", "3.88", null, null)),
                Inbound.of(MessageKind.UNSUPPORTED, ""),
                Inbound.of(MessageKind.UNSUPPORTED, "VOICE_CALL_REQUEST"),
                Inbound.of(MessageKind.BUTTON, "").with(new ButtonReply(null, "menu_3")),
                Inbound.text(""),
                Inbound.text("  \n"));
    }

    private static Stream<Inbound> readable() {
        return Stream.of(
                Inbound.of(MessageKind.BUTTON, OPEN_ON_SATURDAY).with(new ButtonReply(OPEN_ON_SATURDAY, "hours")),
                Inbound.of(MessageKind.BUTTON, "").with(new ButtonReply(OPEN_ON_SATURDAY, "hours")),
                Inbound.text(OPEN_ON_SATURDAY).quoting("SM0123456789abcdef0123456789abcdef"),
                Inbound.text(OPEN_ON_SATURDAY)
                        .with(new Referral("ad", "1", "https://example.com/ad", "Promo", "Cliquez")));
    }

    @Test
    void what_has_no_words_to_read_is_handed_over() {
        unreadable().map(this::sent).toList().forEach(it -> {
            var over = it.customer.isHandedOver(HandoverReason.UNSUPPORTED_MESSAGE);
            assertThat(over.answers()).containsExactly(it.message);
            assertThat(it.customer
                            .isTold("Je ne sais lire que les messages écrits")
                            .message())
                    .isEqualTo(over.message());
            assertThat(it.customer.sawTyping()).isEmpty();
        });
    }

    @Test
    void what_has_words_is_answered() {
        readable()
                .map(this::sent)
                .toList()
                .forEach(it -> assertThat(it.customer.isTold(HOURS).answers()).containsExactly(it.message));
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
    @Test
    void what_no_database_can_keep_is_read_nevertheless() {
        Stream.of("\\u0000", "\\ud83d", "\\ude00\\ud83d", "\\uffff")
                .map(strange -> sent(OPEN_ON_SATURDAY + " ", strange))
                .toList()
                .forEach(it -> assertThat(it.customer.isTold(HOURS).answers()).containsExactly(it.message));
    }

    @Test
    void a_stop_with_half_an_emoji_is_one() {
        var stop = sent("STOP ", "\\ud83d\\u0000");

        assertThat(stop.customer.isTold("vous ne recevrez plus").answers()).containsExactly(stop.message);
    }

    private Sent sent(Inbound inbound) {
        var customer = customer("Marie");
        return new Sent(customer, id(customer.sends(inbound)));
    }

    private Sent sent(String words, String strange) {
        var customer = customer("Marie");
        var envelope = customer.written(Inbound.text(words + "MARK"));
        var json = new String(Wire.write(envelope), StandardCharsets.UTF_8).replace("MARK", strange);
        events.publish(Topic.INBOUND, envelope.subject(), json.getBytes(StandardCharsets.UTF_8));
        return new Sent(customer, id(envelope));
    }

    private record Sent(Customers customer, MessageId message) {}

    private static Media media(String contentType) {
        return new Media("https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0", contentType);
    }

    private static MessageId id(Envelope envelope) {
        return MessageId.of(envelope.id());
    }
}
