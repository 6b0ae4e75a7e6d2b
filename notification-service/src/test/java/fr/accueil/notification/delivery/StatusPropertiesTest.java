package fr.accueil.notification.delivery;

import static fr.accueil.notification.delivery.Messages.NOON;
import static fr.accueil.notification.delivery.Messages.RULES;
import static fr.accueil.notification.delivery.Messages.called;
import static fr.accueil.notification.delivery.Messages.fromSophie;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageDelayed;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageRead;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.MessageSent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Callbacks come in any order, several times, for several parts and attempts, and before the call's own answer: what
/// is shown goes forward only, and ends where it would have ended.
class StatusPropertiesTest {

    private static final List<Class<? extends DeliveryEvent>> FORWARD = List.of(
            MessageAccepted.class, MessageSent.class, MessageRefused.class, MessageDelivered.class, MessageRead.class);

    @Property(tries = 500)
    void the_same_callbacks_in_another_order_and_repeated_end_each_attempt_in_the_same_state(
            @ForAll("callbacks") List<Callback> callbacks, @ForAll Random random) {
        var story = new Story();
        var other = new Story(story);

        story.hears(callbacks);
        other.hears(shuffledAndRepeated(callbacks, random));

        assertThat(other.attempts()).isEqualTo(story.attempts());
    }

    @Property(tries = 500)
    void without_contradictions_the_message_ends_in_the_same_state_too(
            @ForAll("successes") List<Callback> callbacks, @ForAll Random random) {
        var story = new Story();
        var other = new Story(story);

        story.hears(callbacks);
        other.hears(shuffledAndRepeated(callbacks, random));

        assertThat(other.message.state()).isEqualTo(story.message.state());
    }

    @Property(tries = 500)
    void what_is_told_never_goes_back_and_is_told_once(@ForAll("callbacks") List<Callback> callbacks) {
        var story = new Story();

        story.hears(callbacks);

        assertThat(story.told.stream()
                        .filter(it -> !(it instanceof MessageDelayed))
                        .map(it -> FORWARD.indexOf(it.getClass())))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void a_message_that_arrived_whole_is_shown_as_arrived_whatever_else_was_said(
            @ForAll("callbacks") List<Callback> callbacks, @ForAll Random random) {
        var story = new Story();
        var all = new ArrayList<>(callbacks);
        all.add(new Callback(0, "delivered"));
        all.add(new Callback(1, "delivered"));

        story.hears(shuffledAndRepeated(all, random));

        assertThat(story.message.state()).isIn(MessageState.DELIVERED, MessageState.READ);
        assertThat(story.message.nextPart()).isEmpty();
    }

    @Property(tries = 300)
    void what_arrived_is_never_sent_again_in_any_later_round(
            @ForAll("callbacks") List<Callback> callbacks, @ForAll Random random) {
        var story = new Story();
        story.hears(shuffledAndRepeated(callbacks, random));

        var again = story.message
                .askedAgain(Messages.again(story.message, 1), NOON, RULES)
                .after();

        again.parts().stream()
                .filter(Part::toBeSent)
                .forEach(part ->
                        assertThat(part.attempts()).noneMatch(it -> it.state().taken()));
    }

    @Provide
    Arbitrary<List<Callback>> callbacks() {
        return callbacks("response", "queued", "sent", "delivered", "read", "failed", "undelivered");
    }

    @Provide
    Arbitrary<List<Callback>> successes() {
        return callbacks("response", "queued", "sent", "delivered", "read");
    }

    private static Arbitrary<List<Callback>> callbacks(String... words) {
        return Combinators.combine(Arbitraries.integers().between(0, 1), Arbitraries.of(words))
                .as(Callback::new)
                .list()
                .ofMaxSize(12);
    }

    private static List<Callback> shuffledAndRepeated(List<Callback> callbacks, Random random) {
        var shuffled = new ArrayList<>(
                Stream.concat(callbacks.stream(), callbacks.stream().filter(_ -> random.nextBoolean()))
                        .toList());
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    record Callback(int part, String word) {}

    /// A message in two parts with one call each, and what the others are told as news come in.
    private static final class Story {

        private final List<DeliveryEvent> told = new ArrayList<>();
        private final List<UUID> calls;
        private Outgoing message;

        Story() {
            var first = called(fromSophie(2), 0, NOON);
            var second = called(first.message(), 1, NOON);
            this.message = second.message();
            this.calls = List.of(first.attempt(), second.attempt());
        }

        Story(Story beginning) {
            this.message = beginning.message;
            this.calls = beginning.calls;
        }

        void hears(List<Callback> callbacks) {
            callbacks.forEach(this::hears);
        }

        List<AttemptState> attempts() {
            return calls.stream().map(it -> message.find(it).state()).toList();
        }

        private void hears(Callback news) {
            var attempt = calls.get(news.part());
            var sid = "SM" + news.part();
            var change = news.word().equals("response")
                    ? message.answered(attempt, new SendOutcome.Taken(sid), NOON, RULES)
                    : message.reported(
                            attempt,
                            AttemptState.ofStatus(news.word()).orElseThrow(),
                            sid,
                            news.word().matches("failed|undelivered") ? "63024" : null,
                            NOON,
                            RULES);
            message = change.after();
            told.addAll(change.events());
        }
    }
}
