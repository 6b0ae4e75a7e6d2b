package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Received;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.Attachment;
import fr.accueil.events.ChangeEvent.AttachmentState;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.Quote;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MediaProblem;
import fr.accueil.events.DeliveryEvent.MediaUnavailable;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.InboundEvent.Referral;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every shape that a customer's message may have is kept and shown.
class ShapesTest extends ServiceTest {

    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void a_message_of_any_kind_is_shown_even_without_a_word(MessageKind kind) {
        var marie = aSalon().marie();

        marie.sends(Received.of(kind));

        assertThat(marie.transcript()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(kind);
            assertThat(it.body()).isEmpty();
        });
        assertThat(Objects.requireNonNull(marie.row().lastMessage()).kind()).isEqualTo(kind);
    }

    @Test
    void a_place_a_button_an_advertisement_and_what_was_forwarded_are_shown_as_they_came() {
        var marie = aSalon().marie();
        var place = new Location("48.8566", "2.3522", "1 rue de Rivoli, Paris", "Chez moi");
        var advertisement = new Referral("ad", "238", "https://fb.me/1", "Soin visage", "-20 % en novembre");

        marie.sends(Received.of(MessageKind.LOCATION).at(place));
        marie.sends(Received.of(MessageKind.BUTTON).body("Oui").tapping("Oui", "confirm-17"));
        marie.sends(Received.text("Bonjour").comingFrom(advertisement));
        marie.sends(Received.text("Regardez").forwarded());

        var said = marie.transcript();
        assertThat(said.get(0).location()).isEqualTo(place);
        assertThat(said.get(1).button()).isEqualTo(new ButtonReply("Oui", "confirm-17"));
        assertThat(said.get(2).referral()).isEqualTo(advertisement);
        assertThat(said).extracting(Message::forwarded).containsExactly(false, false, false, true);
    }

    @Test
    void a_photo_is_shown_before_it_is_there_and_once_it_is() {
        var marie = aSalon().marie();

        var photo = marie.sends(Received.of(MessageKind.IMAGE)
                .body("Ma coupe")
                .medium("image/jpeg")
                .medium("image/png"));
        assertThat(photo.attachments()).containsExactly(pending(0, "image/jpeg"), pending(1, "image/png"));
        assertThat(marie.transcript().getFirst()).isEqualTo(photo);

        marie.tell(Topic.DELIVERY, new MediaFetched(photo.id(), marie.id(), 1, "k/1", "image/webp", 1234, "a\0b.webp"));
        marie.tell(
                Topic.DELIVERY,
                new MediaUnavailable(photo.id(), marie.id(), 0, MediaProblem.GONE, "WhatsApp ne l'a plus."));

        var shown = marie.awaitMessage(it -> it.version() == 3);
        assertThat(shown.attachments())
                .containsExactly(
                        new Attachment(
                                0, "image/jpeg", AttachmentState.UNAVAILABLE, null, null, "WhatsApp ne l'a plus."),
                        new Attachment(1, "image/webp", AttachmentState.READY, 1234L, "a\uFFFDb.webp", null));
        assertThat(marie.transcript().getFirst()).isEqualTo(shown);
        assertThat(marie.row().lastMessage()).isEqualTo(shown);
    }

    @Test
    void what_became_of_a_photo_may_be_heard_before_it_in_any_order_and_twice() {
        var salon = aSalon();
        var marie = salon.marie();
        var photo = Received.of(MessageKind.IMAGE).medium("image/jpeg").medium("image/png");
        var id = photo.id(salon.channel().accountSid());
        var fetched = new MediaFetched(id, marie.id(), 0, "k/0", "image/jpeg", 5, null);

        marie.tell(Topic.DELIVERY, fetched);
        marie.tell(Topic.DELIVERY, new MediaUnavailable(id, marie.id(), 0, MediaProblem.UNREACHABLE, "Pas encore."));
        marie.tell(Topic.DELIVERY, new MediaUnavailable(id, marie.id(), 1, MediaProblem.TOO_LARGE, "Trop lourd."));
        marie.tell(Topic.DELIVERY, fetched);
        // Behind them on the same partition: they have been heard once this is.
        var earlier = marie.isAnswered("Bonjour !");
        marie.tell(Topic.DELIVERY, new MessageAccepted(earlier, marie.id(), "SM-before", 0));
        marie.awaitMessage(it -> it.id().equals(earlier) && it.version() == 2);
        var shown = marie.sends(photo);

        assertThat(shown.version()).isEqualTo(1);
        assertThat(shown.attachments())
                .containsExactly(
                        new Attachment(0, "image/jpeg", AttachmentState.READY, 5L, null, null),
                        new Attachment(1, "image/png", AttachmentState.UNAVAILABLE, null, null, "Trop lourd."));
    }

    @Test
    void a_quote_names_the_message_that_it_quotes_whoever_wrote_it() {
        var marie = aSalon().marie();
        var question = Received.text("Vous ouvrez quand ? " + "é".repeat(200));
        var asked = marie.sends(question);
        var answer = marie.isAnswered("À 9 h.", asked.id());
        marie.tell(Topic.DELIVERY, new MessageAccepted(answer, marie.id(), "SM-part-1", 0));
        marie.tell(Topic.DELIVERY, new MessageAccepted(answer, marie.id(), "SM-part-2", 0));
        marie.tell(Topic.DELIVERY, new MessageAccepted(answer, marie.id(), "SM-round-1", 1));
        marie.awaitMessage(it -> it.id().equals(answer) && it.round() == 1);

        var own = marie.sends(Received.text("Je répète").quoting(question.sid()));
        var theirs = marie.sends(Received.text("Vraiment ?").quoting("SM-part-2"));
        var again = marie.sends(Received.text("Vraiment ??").quoting("SM-round-1"));

        var ofTheAnswer = new Quote(answer, Author.assistant(), "À 9 h.");
        assertThat(own.repliedTo())
                .isEqualTo(new Quote(
                        asked.id(),
                        Author.customer("Marie Lefèvre"),
                        asked.body().substring(0, 140) + "…"));
        assertThat(theirs.repliedTo()).isEqualTo(ofTheAnswer);
        assertThat(again.repliedTo()).isEqualTo(ofTheAnswer);
    }

    @Test
    void a_quote_of_what_is_not_known_names_nothing_until_it_is() {
        var salon = aSalon();
        var marie = salon.marie();
        var late = Received.text("La première");
        var quoting = marie.sends(Received.text("Et ?").quoting("SM-to-come"));
        var quotingLate = marie.sends(Received.text("Alors ?").quoting(late.sid()));
        assertThat(quoting.repliedTo()).isEqualTo(new Quote(null, null, null));

        var answer = marie.isAnswered("À 9 h.");
        marie.tell(Topic.DELIVERY, new MessageAccepted(answer, marie.id(), "SM-to-come", 0));
        var first = marie.sends(late, marie.now().minusSeconds(60));

        assertThat(completed(marie.awaitMessage(it -> it.id().equals(quoting.id()) && it.version() == 2)))
                .isEqualTo(answer);
        assertThat(completed(marie.awaitMessage(it -> it.id().equals(quotingLate.id()) && it.version() == 2)))
                .isEqualTo(first.id());
    }

    @Test
    void a_quote_finds_nothing_of_another_business() {
        var neighbour = aSalon().marie();
        var theirs = Received.text("Un secret");
        neighbour.sends(theirs);

        var quoting = aSalon().marie().sends(Received.text("Et ?").quoting(theirs.sid()));

        assertThat(quoting.repliedTo()).isEqualTo(new Quote(null, null, null));
    }

    private static Attachment pending(int index, String contentType) {
        return new Attachment(index, contentType, AttachmentState.PENDING, null, null, null);
    }

    private static MessageId completed(Message message) {
        return Objects.requireNonNull(
                Objects.requireNonNull(message.repliedTo()).message());
    }
}
