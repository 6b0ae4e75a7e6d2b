package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.security.RequestValidator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbacksTest extends SimulatorTest {

    @Test
    void a_message_is_sent_then_delivered_and_stands_on_the_phone() {
        var sid = accepted(message(MARIE, "Votre rendez-vous est noté."))
                .path("sid")
                .asString();

        awaitStatuses(sid, "sent", "delivered");
        assertThat(wordsOnPhone(MARIE, CAMELIA)).contains("Votre rendez-vous est noté.");
    }

    @Test
    void callbacks_go_to_ingest_and_are_signed_for_the_public_address() {
        var sid = accepted(message(MARIE, "Bonjour")).path("sid").asString();
        awaitStatuses(sid, "sent", "delivered");

        var callback = RECEIVER.callbacks(sid).getFirst();

        assertThat(callback.uri())
                .isEqualTo("/api/webhooks/twilio/status?conversation=c%2F1&message=m&part=1&attempt=a+b");
        assertThat(new RequestValidator(TOKEN)
                        .validate(CALLBACK, callback.form(), callback.headers().get("X-Twilio-Signature")))
                .isTrue();
    }

    @Test
    void the_fields_are_those_that_twilio_posts() {
        var sid = accepted(message(MARIE, "Bonjour")).path("sid").asString();
        awaitStatuses(sid, "sent", "delivered");
        http.post()
                .uri("/simulator/phones/{marie}/read?with={camelia}", MARIE, CAMELIA)
                .exchange()
                .expectStatus()
                .isNoContent();
        awaitStatuses(sid, "sent", "delivered", "read");

        assertThat(RECEIVER.callbacks(sid))
                .extracting(callback -> callback.form().keySet())
                .containsExactly(
                        Examples.names("s2_status_sent"),
                        Examples.names("s3_status_delivered"),
                        Examples.names("s4_status_read"));
        assertThat(RECEIVER.callbacks(sid).getFirst().form()).containsEntry("ChannelToAddress", "+3363998XXXX");
    }

    @Test
    void a_customer_who_looks_at_the_chat_reads_what_comes() {
        http.put()
                .uri("/simulator/phones/{karim}/looking?with={camelia}", KARIM, CAMELIA)
                .exchange()
                .expectStatus()
                .isNoContent();

        var sid = accepted(message(KARIM, "Bonjour")).path("sid").asString();

        awaitStatuses(sid, "sent", "delivered", "read");
        http.delete()
                .uri("/simulator/phones/{karim}/looking?with={camelia}", KARIM, CAMELIA)
                .exchange();
    }

    @Test
    void free_text_a_day_after_the_customers_last_word_does_not_arrive() {
        writes(MARIE, CAMELIA, "Bonjour");
        clock.setOffset(Duration.ofHours(25));

        var sid = accepted(message(MARIE, "Trop tard")).path("sid").asString();

        awaitStatuses(sid, "undelivered");
        var callback = RECEIVER.callbacks(sid).getFirst().form();
        assertThat(callback.keySet()).isEqualTo(Examples.names("s5_status_undelivered_63016"));
        assertThat(callback).containsEntry("ErrorCode", "63016");
        assertThat(wordsOnPhone(MARIE, CAMELIA)).doesNotContain("Trop tard");
        assertThat(answerTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages/" + sid + ".json")
                        .path("error_code")
                        .asInt())
                .isEqualTo(63016);
    }

    @Test
    void a_number_without_whatsapp_fails() {
        var sid = accepted(message("whatsapp:+33639989999", "Bonjour"))
                .path("sid")
                .asString();

        awaitStatuses(sid, "failed");
        assertThat(RECEIVER.callbacks(sid).getFirst().form()).containsEntry("ErrorCode", "63024");
    }

    @Test
    void shuffled_callbacks_come_in_the_wrong_order() {
        fails(Map.of("mode", "callbacks-shuffled", "count", 1));

        var first = accepted(message(MARIE, "un")).path("sid").asString();
        awaitStatuses(first, "delivered", "sent");
        var second = accepted(message(MARIE, "deux")).path("sid").asString();
        awaitStatuses(second, "sent", "delivered");
    }

    @Test
    void duplicated_callbacks_come_twice() {
        fails(Map.of("mode", "callbacks-duplicated"));

        var sid = accepted(message(MARIE, "Bonjour")).path("sid").asString();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(RECEIVER.statuses(sid))
                        .containsExactlyInAnyOrder("sent", "sent", "delivered", "delivered"));
    }

    @Test
    void callbacks_can_come_before_the_response() {
        fails(Map.of("mode", "callbacks-before-response"));

        var message = accepted(message(MARIE, "Bonjour"));

        assertThat(RECEIVER.statuses(message.path("sid").asString())).containsExactly("sent", "delivered");
        assertThat(message.path("status").asString()).isEqualTo("queued");
    }

    @Test
    void lost_callbacks_never_come_and_the_ledger_says_so() {
        fails(Map.of("mode", "callbacks-lost", "count", 1));

        var sid = accepted(message(MARIE, "Bonjour")).path("sid").asString();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> ledger("callback-attempted").stream()
                                .filter(line -> line.path("sid").asString().equals(sid))
                                .count()
                        == 2);
        assertThat(RECEIVER.statuses(sid)).isEmpty();
    }

    @Test
    void delayed_callbacks_come_late_though_the_message_does_not() {
        fails(Map.of("mode", "callbacks-delayed", "delayMs", 800));

        var sid = accepted(message(MARIE, "À l'heure")).path("sid").asString();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> wordsOnPhone(MARIE, CAMELIA).contains("À l'heure"));

        assertThat(RECEIVER.statuses(sid)).isEmpty();
        awaitStatuses(sid, "sent", "delivered");
    }
}
