package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class FailuresTest extends SimulatorTest {

    @Test
    void too_many_requests_says_when_to_come_back_and_does_nothing() {
        fails(Map.of("mode", "too-many-requests", "retryAfterSeconds", 7, "count", 1));

        sends(message(MARIE, "refusé 429"))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "7")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(20429);

        accepted(message(MARIE, "accepté après 429"));
        awaitOnPhone("accepté après 429");
        assertThat(wordsOnPhone(MARIE, CAMELIA)).doesNotContain("refusé 429");
    }

    @Test
    void an_error_after_accepting_hides_that_the_message_goes_out() {
        fails(Map.of("mode", "error-after-accepting", "count", 1));

        sends(message(MARIE, "parti malgré 500"))
                .expectStatus()
                .isEqualTo(500)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(20500);

        awaitOnPhone("parti malgré 500");
    }

    @Test
    void an_error_before_accepting_and_unavailability_do_nothing() {
        fails(Map.of("mode", "error-before-accepting", "count", 1));
        sends(message(MARIE, "perdu 500")).expectStatus().isEqualTo(500);
        fails(Map.of("mode", "unavailable", "count", 1));
        sends(message(MARIE, "perdu 503"))
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(20503);

        accepted(message(MARIE, "après les pannes"));
        awaitOnPhone("après les pannes");
        assertThat(wordsOnPhone(MARIE, CAMELIA)).doesNotContain("perdu 500", "perdu 503");
    }

    @Test
    void a_reset_connection_may_or_may_not_have_sent_the_message() {
        fails(Map.of("mode", "reset-after-accepting", "count", 1));
        assertThatThrownBy(() -> sends(message(MARIE, "parti sans réponse"))).hasMessageContaining("reset");
        awaitOnPhone("parti sans réponse");

        fails(Map.of("mode", "reset-before-accepting", "count", 1));
        assertThatThrownBy(() -> sends(message(MARIE, "jamais parti"))).hasMessageContaining("reset");
        assertThat(wordsOnPhone(MARIE, CAMELIA)).doesNotContain("jamais parti");
        assertThat(ledger("api-requested"))
                .last()
                .matches(line ->
                        "RESET_BEFORE_ACCEPTING".equals(line.path("failure").asString()) && !line.has("status"));
    }

    @Test
    void a_slow_answer_comes_late_for_a_message_that_is_already_on_its_way() {
        fails(Map.of("mode", "slow", "delayMs", 700, "count", 1));
        var began = System.nanoTime();

        var sid = accepted(message(MARIE, "lent")).path("sid").asString();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(700));
        assertThat(RECEIVER.statuses(sid)).containsExactly("sent", "delivered");
    }

    @Test
    void a_failure_may_be_meant_for_one_account_or_one_endpoint() {
        fails(Map.of("mode", "unavailable", "accountSid", OTHER_ACCOUNT));
        sends(OTHER_ACCOUNT, OTHER_TOKEN, Map.of("From", MARTIN, "To", MARIE, "Body", "non"))
                .expectStatus()
                .isEqualTo(503);
        accepted(message(MARIE, "oui"));

        fails(Map.of("mode", "unavailable", "endpoint", "list"));
        asks("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json")
                .expectStatus()
                .isEqualTo(503);
        accepted(message(MARIE, "encore oui"));
    }

    @Test
    void a_code_can_be_asked_for_at_once_or_later() {
        fails(Map.of("mode", "refused", "code", 21610, "count", 1));
        sends(message(MARIE, "x"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(21610);

        fails(Map.of("mode", "undelivered", "code", 63018, "count", 1));
        var sid = accepted(message(MARIE, "x")).path("sid").asString();
        awaitStatuses(sid, "undelivered");
        assertThat(RECEIVER.callbacks(sid).getFirst().form()).containsEntry("ErrorCode", "63018");
    }

    @Test
    void the_list_of_failures_shows_what_is_left_and_can_be_cleared() {
        fails(Map.of("mode", "slow", "delayMs", 1, "count", 3));
        accepted(message(MARIE, "un"));

        assertThat(get("/simulator/failures").get(0).path("count").asInt()).isEqualTo(2);
        http.delete()
                .uri("/simulator/failures?mode=slow")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(get("/simulator/failures")).isEmpty();
    }

    @Test
    void too_many_requests_need_not_say_when_to_come_back() {
        fails(Map.of("mode", "too-many-requests", "count", 1));

        sends(message(MARIE, "refusé sans délai"))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .doesNotExist(HttpHeaders.RETRY_AFTER);
    }

    @Test
    void unavailability_after_accepting_hides_that_the_message_goes_out() {
        fails(Map.of("mode", "unavailable-after-accepting", "count", 1));

        sends(message(MARIE, "parti malgré 503")).expectStatus().isEqualTo(503);

        awaitOnPhone("parti malgré 503");
    }

    @Test
    void chance_with_the_same_seed_strikes_the_same_requests() {
        var first = statusesByChance(42);

        assertThat(first).contains(201, 503);
        assertThat(statusesByChance(42)).isEqualTo(first);
    }

    @Test
    void a_probability_is_between_none_and_all() {
        http.put()
                .uri("/simulator/failures")
                .bodyValue(Map.of("mode", "slow", "probability", 1.5))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_lost_webhook_is_never_posted_and_the_message_is_in_the_list() {
        fails(Map.of("mode", "webhooks-lost", "count", 1));

        var sent = writes(MARIE, CAMELIA, "jamais posté");

        var sid = sent.path("messageSid").asString();
        assertThat(sent.path("webhook").path("delivered").asBoolean()).isFalse();
        assertThat(RECEIVER.webhooks()).isEmpty();
        assertThat(sidsInList()).contains(sid);
        assertThat(ledger("webhook-attempted"))
                .last()
                .matches(line -> "lost on purpose"
                        .equals(line.path("attempt").path("error").asString()));
        assertThat(writes(MARIE, CAMELIA, "posté")
                        .path("webhook")
                        .path("delivered")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_late_list_does_not_show_what_was_just_created() {
        fails(Map.of("mode", "list-late", "delayMs", 60_000));
        var sid =
                accepted(message(MARIE, "pas encore dans la liste")).path("sid").asString();

        assertThat(sidsInList()).doesNotContain(sid);
        asks("/2010-04-01/Accounts/" + ACCOUNT + "/Messages/" + sid + ".json")
                .expectStatus()
                .isOk();
        clock.setOffset(Duration.ofMinutes(2));
        assertThat(sidsInList()).contains(sid);
    }

    private List<Integer> statusesByChance(long seed) {
        fails(Map.of("mode", "unavailable", "probability", 0.5, "seed", seed));
        return IntStream.range(0, 12)
                .mapToObj(i -> sends(message(MARIE, "peut-être " + i))
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .toList();
    }

    private List<String> sidsInList() {
        var list = answerTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json?PageSize=100");
        return StreamSupport.stream(list.path("messages").spliterator(), false)
                .map(message -> message.path("sid").asString())
                .toList();
    }

    @Test
    void an_unknown_mode_is_refused() {
        http.put()
                .uri("/simulator/failures")
                .bodyValue(Map.of("mode", "explode"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private void awaitOnPhone(String words) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(wordsOnPhone(MARIE, CAMELIA)).contains(words));
    }
}
