package fr.accueil.notification.delivery;

import static fr.accueil.notification.delivery.Messages.NOON;
import static fr.accueil.notification.delivery.Messages.RULES;
import static fr.accueil.notification.delivery.Messages.called;
import static fr.accueil.notification.delivery.Messages.fromSophie;
import static fr.accueil.notification.delivery.Messages.taken;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageDelayed;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageRead;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.MessageSent;
import fr.accueil.notification.delivery.Messages.Called;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OutgoingTest {

    private static final List<Class<? extends DeliveryEvent>> FORWARD =
            List.of(MessageAccepted.class, MessageSent.class, MessageDelivered.class, MessageRead.class);

    @RepeatedTest(50)
    void whatever_the_order_the_story_goes_forward_and_ends_as_it_did(RepetitionInfo repetition) {
        var news = new ArrayList<>(List.of("response", "queued", "sent", "delivered", "read", "sent", "delivered"));
        Collections.shuffle(news, new Random(repetition.getCurrentRepetition()));

        var story = new Story(called(fromSophie()));
        news.forEach(story::hears);

        assertThat(story.message.state()).isEqualTo(MessageState.READ);
        assertThat(story.told)
                .map(it -> FORWARD.indexOf(it.getClass()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(story.told.getFirst()).isInstanceOf(MessageAccepted.class);
        assertThat(story.message.settled()).isTrue();
    }

    @Test
    void a_failure_after_the_delivery_is_not_believed() {
        var story = new Story(called(fromSophie()));

        List.of("response", "delivered", "failed").forEach(story::hears);

        assertThat(story.message.state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void a_failure_ends_its_attempt() {
        var story = new Story(called(fromSophie()));

        List.of("response", "failed", "sent").forEach(story::hears);

        assertThat(story.told.getLast())
                .isInstanceOfSatisfying(
                        MessageRefused.class, it -> assertThat(it.explanation()).isEqualTo("Impossible."));
        assertThat(story.message.settled()).isTrue();
    }

    @Test
    void a_call_that_was_given_up_as_lost_and_arrived_after_all_is_not_repeated() {
        var called = called(fromSophie());
        var lost = lost(called);
        assertThat(lost.nextPart()).isPresent();

        var found = lost.reported(called.attempt(), AttemptState.SENT, "SM1", null, NOON, RULES);

        assertThat(found.after().nextPart()).isEmpty();
        assertThat(found.events()).hasOnlyElementsOfTypes(MessageAccepted.class, MessageSent.class);
    }

    @Test
    void one_of_two_attempts_that_arrived_is_enough() {
        var first = called(fromSophie());
        var lost = lost(first);
        var second = called(lost);
        var refused = second.message()
                .answered(second.attempt(), new SendOutcome.Refused("63024", "Impossible."), NOON, RULES)
                .after();
        assertThat(refused.state()).isEqualTo(MessageState.REFUSED);

        var delivered = refused.reported(first.attempt(), AttemptState.DELIVERED, "SM1", null, NOON, RULES);

        assertThat(delivered.events()).containsExactly(new MessageDelivered(refused.id(), refused.conversation(), 0));
    }

    @Test
    void a_retry_waits_longer_each_time_and_not_for_ever() {
        var message = fromSophie();
        var now = NOON;
        var pauses = new ArrayList<Duration>();
        while (message.nextPart().isPresent()) {
            var called = called(message, 0, now);
            var change = called.message()
                    .answered(
                            called.attempt(),
                            new SendOutcome.NotTaken("63018", "Trop vite.", Optional.empty()),
                            now,
                            RULES);
            message = change.after();
            if (message.nextPart().isPresent()) {
                var next = message.nextPart().get().notBeforeOr(Instant.MIN);
                pauses.add(Duration.between(now, next));
                assertThat(change.events()).hasOnlyElementsOfType(MessageDelayed.class);
                now = next;
            }
        }

        assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
        assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        assertThat(Duration.between(NOON, now)).isLessThanOrEqualTo(Duration.ofMinutes(15));
        assertThat(message.state()).isEqualTo(MessageState.REFUSED);
    }

    @Test
    void a_pause_that_the_provider_asks_for_is_kept_and_said() {
        var called = called(fromSophie());
        var asked = new SendOutcome.NotTaken("63018", "Trop vite.", Optional.of(Duration.ofSeconds(30)));

        var change = called.message().answered(called.attempt(), asked, NOON, RULES);

        assertThat(change.after().nextPart().orElseThrow().notBefore()).isEqualTo(NOON.plusSeconds(30));
        assertThat(change.events())
                .containsExactly(new MessageDelayed(
                        called.message().id(),
                        called.message().conversation(),
                        "Trop vite ; nouvel essai dans 30 secondes.",
                        0));
    }

    @Test
    void an_answer_that_comes_after_the_callback_says_nothing_new() {
        var story = new Story(called(fromSophie()));

        List.of("read", "response").forEach(story::hears);

        assertThat(story.told).hasSize(2);
    }

    @Test
    void a_message_in_parts_is_accepted_with_its_last_part_and_known_by_its_first() {
        var first = taken(fromSophie(2), 0, NOON);
        assertThat(first.state()).isEqualTo(MessageState.QUEUED);

        var called = called(first, 1, NOON);
        var change = called.message().answered(called.attempt(), new SendOutcome.Taken("SM1"), NOON, RULES);

        assertThat(change.events()).containsExactly(new MessageAccepted(first.id(), first.conversation(), "SM0", 0));
    }

    @Test
    void a_delivery_beats_a_failure_whichever_came_first() {
        var story = new Story(called(fromSophie()));

        List.of("response", "failed", "delivered").forEach(story::hears);

        assertThat(story.message.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(story.told)
                .map(it -> it.getClass().getSimpleName())
                .containsExactly("MessageAccepted", "MessageRefused", "MessageDelivered");
    }

    @Test
    void a_call_that_the_list_does_not_show_once_is_looked_for_again() {
        var called = called(fromSophie());

        var looked = called.message().sighted(called.attempt(), new Sighting.NotSeen(), NOON, RULES);

        assertThat(looked.events()).isEmpty();
        assertThat(looked.after().find(called.attempt()).state()).isEqualTo(AttemptState.UNRESOLVED);
        assertThat(looked.after().find(called.attempt()).lookUpAfter()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void a_call_that_cannot_be_looked_up_for_long_is_never_sent_again_by_itself() {
        var called = called(fromSophie());
        var cannot = new Sighting.NotLookedUp("forbidden");

        var soon = called.message().sighted(called.attempt(), cannot, NOON.plusSeconds(60), RULES);
        var late = called.message().sighted(called.attempt(), cannot, NOON.plus(Duration.ofMinutes(16)), RULES);

        assertThat(soon.events()).isEmpty();
        assertThat(soon.after().find(called.attempt()).lookUpAfter()).isAfter(NOON.plusSeconds(60));
        assertThat(late.after().settled()).isTrue();
        assertThat(late.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageRefused.class, it -> assertThat(it.explanation()).isEqualTo(DeliveryRules.UNCONFIRMED));
        var delivered = late.after().reported(called.attempt(), AttemptState.DELIVERED, "SM1", null, NOON, RULES);
        assertThat(delivered.after().state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void a_limit_of_the_account_is_waited_for_with_long_pauses_and_for_hours() {
        var message = fromSophie();
        var now = NOON;
        var pauses = new ArrayList<Duration>();
        while (message.nextPart().isPresent()) {
            var called = called(message, 0, now);
            message = called.message()
                    .answered(
                            called.attempt(),
                            new SendOutcome.NotTaken("63038", "Limite du jour.", Optional.empty()),
                            now,
                            RULES)
                    .after();
            if (message.nextPart().isPresent()) {
                var next = message.nextPart().get().notBeforeOr(Instant.MIN);
                pauses.add(Duration.between(now, next));
                now = next;
            }
        }

        assertThat(pauses.getFirst()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        assertThat(pauses.getLast()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(12));
        assertThat(Duration.between(NOON, now)).isBetween(Duration.ofHours(3), Duration.ofHours(4));
    }

    @Test
    void what_is_worth_one_more_try_only_gets_no_second() {
        var first = called(fromSophie());
        var failed = first.message()
                .reported(first.attempt(), AttemptState.FAILED, "SM1", "30500", NOON, RULES)
                .after();
        var second = called(failed);

        var refused = second.message().reported(second.attempt(), AttemptState.FAILED, "SM2", "30500", NOON, RULES);

        assertThat(failed.nextPart()).isPresent();
        assertThat(refused.after().state()).isEqualTo(MessageState.REFUSED);
    }

    private static Outgoing lost(Called called) {
        var looked = called.message()
                .sighted(called.attempt(), new Sighting.NotSeen(), NOON, RULES)
                .after();
        return looked.sighted(called.attempt(), new Sighting.NotSeen(), NOON.plusSeconds(5), RULES)
                .after();
    }

    /// One message with one call, and what the others are told as news come in.
    private static final class Story {

        private final List<DeliveryEvent> told = new ArrayList<>();
        private final Called called;
        private Outgoing message;

        Story(Called called) {
            this.called = called;
            this.message = called.message();
        }

        void hears(String news) {
            var change = news.equals("response")
                    ? message.answered(called.attempt(), new SendOutcome.Taken("SM1"), NOON, RULES)
                    : message.reported(
                            called.attempt(),
                            AttemptState.ofStatus(news).orElseThrow(),
                            "SM1",
                            news.equals("failed") ? "63024" : null,
                            NOON,
                            RULES);
            message = change.after();
            told.addAll(change.events());
        }
    }
}
