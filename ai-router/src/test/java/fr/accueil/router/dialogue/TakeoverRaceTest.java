package fr.accueil.router.dialogue;

import static fr.accueil.router.dialogue.Fixtures.SOPHIE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.SendMessage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A person takes over at any moment of an answer's making. What was drafted before that was heard carries the number
/// it was
/// drafted under, so that notification-service can drop it; nothing is ever said under a person's number.
class TakeoverRaceTest extends Story {

    private static final int CUSTOMERS = 40;

    /// About quiet time, thinking and saying.
    private static final int WITHIN_MS = 900;

    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(4);

    @AfterEach
    void let_go() {
        hands.shutdownNow();
    }

    @Test
    void whoever_is_quicker_each_message_is_answered_once_under_a_number_of_the_assistants() {
        var random = new Random(7);
        var customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> customer("Client " + i))
                .toList();

        var asked = customers.stream()
                .map(it -> {
                    var question = it.written(Inbound.text(OPEN_ON_SATURDAY));
                    hands.schedule(() -> it.comes(question), random.nextInt(WITHIN_MS), TimeUnit.MILLISECONDS);
                    hands.schedule(() -> it.isGivenTo(SOPHIE, 2), random.nextInt(WITHIN_MS), TimeUnit.MILLISECONDS);
                    return MessageId.of(question.id());
                })
                .toList();
        await().atMost(Duration.ofSeconds(60)).until(() -> customers.stream().allMatch(it -> it.isTakenOver(2)));
        comeToRest(customers);
        var answeredBefore =
                customers.stream().filter(it -> !it.toldSoFar().isEmpty()).toList();
        assertThat(numbers(customers)).containsOnly(1L);

        customers.forEach(it -> it.isGivenTo(Leader.assistant(), 3));
        customers.forEach(it -> it.isTold(HOURS));
        comeToRest(customers);

        assertThat(numbers(answeredBefore)).containsOnly(1L);
        assertThat(customers).allSatisfy(it -> assertThat(it.toldSoFar()).hasSize(1));
        assertThat(numbers(customers)).containsOnly(1L, 3L);
        assertThat(customers.stream().flatMap(it -> it.settledSoFar().stream()).toList())
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    private static List<Long> numbers(List<Customers> customers) {
        return customers.stream()
                .flatMap(it -> it.toldSoFar().stream())
                .map(SendMessage::leaderNumber)
                .toList();
    }
}
