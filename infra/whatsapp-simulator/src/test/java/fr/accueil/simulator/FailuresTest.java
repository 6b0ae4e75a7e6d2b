package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
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
