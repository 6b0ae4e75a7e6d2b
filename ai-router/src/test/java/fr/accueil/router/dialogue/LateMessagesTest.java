package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Envelope;
import fr.accueil.events.MessageId;
import fr.accueil.events.Reader;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What reconciliation brings back, or an operator replays, stands at its own time: young ones are answered, for the
/// rest a person is asked.
class LateMessagesTest extends Story {

    private static final String REPLAY = Topic.replay(Topic.INBOUND.topic(), Reader.AI_ROUTER.group());

    @Test
    void a_recovered_message_that_is_young_is_answered() {
        var marie = customer("Marie");

        var lost = marie.sends(Inbound.recovered(OPEN_ON_SATURDAY, Duration.ofMinutes(9)));

        assertThat(marie.isTold(HOURS).answers()).containsExactly(id(lost));
    }

    @Test
    void older_ones_go_to_a_person_together_and_the_customer_is_told_once() {
        var marie = customer("Marie");

        var first = marie.sends(Inbound.recovered("Bonjour", Duration.ofMinutes(40)));
        var second = marie.sends(Inbound.recovered(OPEN_ON_SATURDAY, Duration.ofMinutes(39)));

        var over = marie.isHandedOver(HandoverReason.TOO_OLD);
        assertThat(over.answers()).containsExactly(id(first), id(second));
        assertThat(marie.told())
                .singleElement()
                .satisfies(it -> assertThat(it.message()).isEqualTo(over.message()))
                .satisfies(it -> assertThat(it.body()).contains("Votre message est bien arrivé"));
    }

    @Test
    void when_something_newer_was_answered_it_goes_to_a_person_without_a_word() {
        var marie = customer("Marie");
        marie.writes("vous prenez la carte ?");
        marie.isTold(CARDS);

        var young = marie.sends(Inbound.recovered(OPEN_ON_SATURDAY, Duration.ofMinutes(2)));

        var over = marie.isHandedOver(HandoverReason.TOO_OLD);
        assertThat(over.answers()).containsExactly(id(young));
        assertThat(over.message()).isNull();
        assertThat(marie.told()).hasSize(1);
    }

    @Test
    void after_a_day_nothing_can_be_said_and_a_person_is_asked() {
        var marie = customer("Marie");

        marie.sends(Inbound.recovered(OPEN_ON_SATURDAY, Duration.ofHours(30)));

        assertThat(marie.isHandedOver(HandoverReason.TOO_OLD).message()).isNull();
        assertThat(marie.told()).isEmpty();
    }

    @Test
    void the_webhook_and_its_recovery_are_one_message() {
        var marie = customer("Marie");
        var question = marie.writes(OPEN_ON_SATURDAY);
        marie.isTold(HOURS);

        marie.comes(question);
        replays(question);
        var thanks = marie.writes("merci !");
        marie.isTold("Avec plaisir");

        assertThat(marie.settled()).containsExactly(id(question), id(thanks));
        assertThat(marie.told()).hasSize(2);
    }

    @Test
    void what_an_operator_replays_is_answered_once_if_it_is_young() {
        var marie = customer("Marie");
        var question = marie.written(Inbound.text(OPEN_ON_SATURDAY).written(Duration.ofMinutes(5)));

        replays(question);
        replays(question);

        assertThat(marie.isTold(HOURS).answers()).containsExactly(id(question));
        assertThat(marie.settled()).containsExactly(id(question));
        assertThat(marie.told()).hasSize(1);
    }

    @Test
    void what_an_operator_replays_later_goes_to_a_person_once() {
        var marie = customer("Marie");
        var question = marie.written(Inbound.text(OPEN_ON_SATURDAY).written(Duration.ofHours(3)));

        replays(question);
        replays(question);

        assertThat(marie.isHandedOver(HandoverReason.TOO_OLD).answers()).containsExactly(id(question));
        assertThat(marie.settled()).containsExactly(id(question));
        assertThat(marie.told()).hasSize(1);
    }

    private void replays(Envelope envelope) {
        events.publish(REPLAY, String.valueOf(envelope.subject()), Wire.write(envelope));
    }

    private static MessageId id(Envelope envelope) {
        return MessageId.of(envelope.id());
    }
}
