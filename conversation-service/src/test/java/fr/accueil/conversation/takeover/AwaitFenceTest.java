package fr.accueil.conversation.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.conversation.FenceSignals;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.DeliveryEvent.LeadFenced;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

class AwaitFenceTest extends ServiceTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Autowired
    TenantTransaction transaction;

    @Autowired
    Conversations conversations;

    @Autowired
    FenceSignals signals;

    @Test
    void a_take_over_without_a_fence_answers_in_the_end_that_the_assistant_is_still_falling_silent() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");

        var taken = takeOver(salon, marie);

        assertThat(taken.leaderChanging()).isTrue();
        assertThat(marie.row().leaderChanging()).isTrue();
        fence(marie, taken.leaderNumber());
        var done = marie.awaitRow(it -> it.leaderNumber() == taken.leaderNumber() && !it.leaderChanging());
        assertThat(done.version()).isGreaterThan(taken.version());
        assertThat(takeOver(salon, marie)).isEqualTo(done);
    }

    @Test
    void who_waits_is_woken_by_the_signal_and_not_by_looking() {
        waitsUntilFenced(new TakeoverSettings(LONG, LONG));
    }

    @Test
    void who_waits_sees_it_also_when_the_signal_is_lost() {
        waitsUntilFenced(new TakeoverSettings(LONG, Duration.ofMillis(50)));
    }

    private void waitsUntilFenced(TakeoverSettings settings) {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");
        var taken = takeOver(salon, marie);
        var wait = new AwaitFence(transaction, conversations, signals, settings);
        var waiting = wait.await(load(salon, marie)).cache();
        var started = waiting.toFuture();

        fence(marie, taken.leaderNumber());

        assertThat(Mono.fromFuture(started).map(Conversation::isLeadChanging).block(PATIENCE))
                .isFalse();
    }

    private static void fence(Correspondence thread, long number) {
        thread.tell(Topic.DELIVERY, new LeadFenced(thread.id(), number));
    }

    private Conversation load(Salon salon, Correspondence thread) {
        return Objects.requireNonNull(
                transaction.in(salon.id(), conversations.load(thread.id())).block(PATIENCE));
    }

    private static ChangeEvent.Conversation takeOver(Salon salon, Correspondence thread) {
        var row = salon.asSophie(HttpMethod.POST, "/api/conversations/{id}/takeover", thread.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ChangeEvent.Conversation.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(row);
    }
}
