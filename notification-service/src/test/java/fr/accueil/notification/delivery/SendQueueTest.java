package fr.accueil.notification.delivery;

import static fr.accueil.notification.delivery.Messages.NOON;
import static fr.accueil.notification.delivery.Messages.PATIENCE;
import static fr.accueil.notification.delivery.Messages.RULES;
import static fr.accueil.notification.delivery.Messages.again;
import static fr.accueil.notification.delivery.Messages.called;
import static fr.accueil.notification.delivery.Messages.fromSophie;
import static fr.accueil.notification.delivery.Messages.fromTheAssistant;
import static fr.accueil.notification.delivery.Messages.taken;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Leader;
import fr.accueil.notification.delivery.SendQueue.NextStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendQueueTest {

    @Test
    void nothing_to_send_is_rest() {
        assertThat(next(NOON)).isEqualTo(new NextStep.Rest());
    }

    @Test
    void the_first_is_sent_first() {
        var first = fromSophie();

        assertThat(next(NOON, first, fromSophie()))
                .isEqualTo(new NextStep.Send(first, first.parts().getFirst()));
    }

    @Test
    void the_parts_of_a_message_follow_each_other() {
        var message = taken(fromSophie(2), 0, NOON);

        assertThat(next(NOON, message))
                .isEqualTo(new NextStep.Send(message, message.parts().getLast()));
    }

    @Test
    void what_is_in_doubt_is_waited_for_and_then_looked_up_before_anything_else_goes_out() {
        var inDoubt = called(fromSophie()).message();
        var part = inDoubt.parts().getFirst();

        assertThat(next(NOON, inDoubt, fromSophie())).isEqualTo(new NextStep.Wait(NOON.plusSeconds(20)));
        assertThat(next(NOON.plusSeconds(20), inDoubt, fromSophie()))
                .isEqualTo(new NextStep.LookUp(inDoubt, part, part.attempts().getFirst()));
    }

    @Test
    void a_retry_is_waited_for_but_not_longer_than_patience() {
        var waiting = waiting(Duration.ofMinutes(5));
        var next = fromSophie();

        assertThat(next(NOON, waiting, next)).isEqualTo(new NextStep.Wait(NOON.plus(PATIENCE)));
        assertThat(next(NOON.plus(PATIENCE), waiting, next))
                .isEqualTo(new NextStep.Tell(waiting, Notice.PASSED, DeliveryRules.PASSED));
        var told = waiting.tell(Notice.PASSED, DeliveryRules.PASSED).after();
        assertThat(next(NOON.plus(PATIENCE), told, next))
                .isEqualTo(new NextStep.Send(next, next.parts().getFirst()));
        assertThat(next(NOON.plus(PATIENCE), waiting)).isEqualTo(new NextStep.Wait(NOON.plus(Duration.ofMinutes(5))));
    }

    @Test
    void a_retry_that_is_due_goes_first_again() {
        var waiting = waiting(Duration.ofMinutes(5));

        assertThat(next(NOON.plus(Duration.ofMinutes(5)), waiting, fromSophie()))
                .isEqualTo(new NextStep.Send(waiting, waiting.parts().getFirst()));
    }

    @Test
    void a_take_over_by_a_person_stops_what_the_assistant_has_not_sent_yet() {
        var taken = Fence.OPEN.after(2, Leader.Kind.PERSON);
        var assistants = fromTheAssistant(1);

        assertThat(next(taken, NOON, fromSophie(), assistants)).isInstanceOfSatisfying(NextStep.Refuse.class, it -> {
            assertThat(it.message()).isEqualTo(assistants);
            assertThat(it.refusal().reason()).isEqualTo(RefusalReason.HUMAN_LEADS);
        });
    }

    @Test
    void a_call_of_the_assistant_in_doubt_is_cleared_up_before_it_is_dropped() {
        var taken = Fence.OPEN.after(2, Leader.Kind.PERSON);
        var inDoubt = called(fromTheAssistant(1)).message();

        assertThat(next(taken, NOON, inDoubt)).isInstanceOf(NextStep.Wait.class);
    }

    @Test
    void a_hand_over_to_nobody_lets_the_words_before_it_go_out_and_stops_those_after_it() {
        var handedOver = Fence.OPEN.after(2, Leader.Kind.NOBODY);
        var farewell = fromTheAssistant(1);

        assertThat(next(handedOver, NOON, farewell)).isInstanceOf(NextStep.Send.class);
        assertThat(handedOver.forbidsNew(farewell)).isTrue();
    }

    @Test
    void an_older_change_of_leader_changes_nothing() {
        var handedBack = Fence.OPEN.after(3, Leader.Kind.ASSISTANT).after(2, Leader.Kind.PERSON);

        assertThat(handedBack.leaderNumber()).isEqualTo(3);
        assertThat(handedBack.forbidsNew(fromTheAssistant(3))).isFalse();
    }

    @Test
    void free_text_is_refused_after_the_window() {
        var message = fromSophie();

        assertThat(next(message.freeTextUntil(), message)).isInstanceOf(NextStep.Send.class);
        assertThat(next(message.freeTextUntil().plusMillis(1), message))
                .isEqualTo(new NextStep.Refuse(message, Refusal.windowClosed()));
    }

    @Test
    void what_was_believed_lost_is_looked_for_once_more_when_it_is_asked_for_again() {
        var called = called(fromSophie());
        var lost = called.message();
        for (var look = 0; look < RULES.looks(); look++) {
            lost = lost.sighted(called.attempt(), new Sighting.NotSeen(), NOON, RULES)
                    .after();
        }
        var later = NOON.plus(Duration.ofHours(1));

        var again = lost.askedAgain(again(lost, 1), later, RULES).after();

        var part = again.parts().getFirst();
        assertThat(next(later, again))
                .isEqualTo(new NextStep.LookUp(again, part, part.attempts().getFirst()));
        var lookedFor = again.sighted(called.attempt(), new Sighting.NotSeen(), later, RULES)
                .after();
        assertThat(next(later, lookedFor))
                .isEqualTo(new NextStep.Send(lookedFor, lookedFor.parts().getFirst()));
    }

    private static Outgoing waiting(Duration pause) {
        var called = called(fromSophie());
        return called.message()
                .answered(
                        called.attempt(),
                        new SendOutcome.NotTaken("63018", "Trop vite.", Optional.of(pause)),
                        NOON,
                        RULES)
                .after();
    }

    private static NextStep next(Instant now, Outgoing... messages) {
        return next(Fence.OPEN, now, messages);
    }

    private static NextStep next(Fence fence, Instant now, Outgoing... messages) {
        return new SendQueue(fence, Stopped.NOT, List.of(), List.of(messages)).next(now, RULES);
    }
}
