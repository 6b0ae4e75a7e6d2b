package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

class MessagesApiTest extends SimulatorTest {

    private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
    private static final String RFC_2822 =
            "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000";

    @Test
    void an_accepted_message_looks_as_twilios_does() {
        var message = accepted(message(MARIE, "Bonjour 👍"));

        assertThat(message.path("sid").asString()).matches("SM[0-9a-f]{32}");
        assertThat(message.path("status").asString()).isEqualTo("queued");
        assertThat(message.path("direction").asString()).isEqualTo("outbound-api");
        assertThat(message.path("body").asString()).isEqualTo("Bonjour 👍");
        assertThat(message.path("date_created").asString()).matches(RFC_2822);
        assertThat(message.path("date_sent").isNull()).isTrue();
        assertThat(message.path("num_media").asString()).isEqualTo("0");
        assertThat(message.path("num_media").isString()).isTrue();
        assertThat(message.path("num_segments").isString()).isTrue();
        assertThat(message.path("error_code").isNull()).isTrue();
        assertThat(message.path("uri").asString())
                .isEqualTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages/"
                        + message.path("sid").asString() + ".json");
    }

    @Test
    void a_messaging_service_takes_a_message_before_it_has_a_sender() {
        var form = new HashMap<>(message(MARIE, "Bonjour"));
        form.remove("From");
        form.put("MessagingServiceSid", "MG00112233445566778899aabbccddeeff");

        var message = accepted(form);

        assertThat(message.path("status").asString()).isEqualTo("accepted");
        assertThat(message.path("from").isNull()).isTrue();
        assertThat(message.path("num_segments").asString()).isEqualTo("0");
        awaitStatuses(message.path("sid").asString(), "queued", "sent", "delivered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            To=whatsapp:+33 6;From=whatsapp:+33199000042;Body=x    | 21211
            To=whatsapp:0639980012;From=whatsapp:+33199000042;Body=x | 21211
            From=whatsapp:+33199000042;Body=x                      | 21604
            To=+33639980012;From=whatsapp:+33199000042;Body=x      | 21910
            To=whatsapp:+33639980012;Body=x                        | 21603
            To=whatsapp:+33639980012;From=whatsapp:+33199000043;Body=x | 63007
            To=whatsapp:+33639980012;From=whatsapp:+33199000042    | 21619
            To=whatsapp:+33639980012;From=whatsapp:+33199000042;MediaUrl=nowhere | 21620
            To=whatsapp:+33639980012;From=whatsapp:+33199000042;Body=x;StatusCallback=http://a_b.example/ | 21609
            """)
    void a_wrong_request_is_refused_in_twilios_words(String fields, int code) {
        var form = new HashMap<String, String>();
        for (var field : fields.split(";")) {
            var pair = field.split("=", 2);
            form.put(pair[0], pair[1]);
        }

        var error = json(sends(form)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());

        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.path("status").asInt()).isEqualTo(400);
        assertThat(error.path("message").asString()).isNotEmpty();
        assertThat(error.path("more_info").asString()).isEqualTo("https://www.twilio.com/docs/errors/" + code);
    }

    @Test
    void a_body_may_have_1600_characters_and_not_one_more() {
        accepted(message(MARIE, "é".repeat(1600)));

        sends(message(MARIE, "é".repeat(1601)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(21617);
    }

    @Test
    void who_does_not_name_the_account_and_its_token_is_told_to_authenticate() {
        for (var response : List.of(
                http.get().uri(MESSAGES).exchange(),
                http.get()
                        .uri(MESSAGES)
                        .header(HttpHeaders.AUTHORIZATION, basic(ACCOUNT, OTHER_TOKEN))
                        .exchange(),
                http.get()
                        .uri(MESSAGES)
                        .header(HttpHeaders.AUTHORIZATION, basic(OTHER_ACCOUNT, OTHER_TOKEN))
                        .exchange(),
                http.get()
                        .uri(MESSAGES)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer x")
                        .exchange())) {
            response.expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Basic .*")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo(20003)
                    .jsonPath("$.status")
                    .isEqualTo(401);
        }
    }

    @Test
    void an_account_sees_its_own_messages_only() {
        var sid = accepted(message(MARIE, "Bonjour")).path("sid").asString();

        http.get()
                .uri("/2010-04-01/Accounts/" + OTHER_ACCOUNT + "/Messages/" + sid + ".json")
                .header(HttpHeaders.AUTHORIZATION, basic(OTHER_ACCOUNT, OTHER_TOKEN))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(20404);
        assertThat(answerTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages/" + sid + ".json")
                        .path("sid")
                        .asString())
                .isEqualTo(sid);
    }

    @Test
    void the_list_goes_page_by_page_and_new_messages_shift_nothing() {
        var sent = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            sent.addFirst(accepted(message("whatsapp:+33639985001", "Message " + i))
                    .path("sid")
                    .asString());
        }

        var first = answerTo(MESSAGES + "?To=whatsapp%3A%2B33639985001&PageSize=2");
        accepted(message("whatsapp:+33639985001", "Dernier"));
        var second = answerTo(first.path("next_page_uri").asString());
        var third = answerTo(second.path("next_page_uri").asString());

        assertThat(sids(first)).isEqualTo(sent.subList(0, 2));
        assertThat(sids(second)).isEqualTo(sent.subList(2, 4));
        assertThat(sids(third)).isEqualTo(sent.subList(4, 5));
        assertThat(third.path("next_page_uri").isNull()).isTrue();
        assertThat(second.path("page").asInt()).isEqualTo(1);
        assertThat(second.path("page_size").asInt()).isEqualTo(2);
    }

    @Test
    void the_list_is_filtered_by_when_a_message_was_sent() {
        var karim = "whatsapp:+33639985002";
        var early = accepted(message(karim, "tôt")).path("sid").asString();
        awaitStatuses(early, "sent", "delivered");
        clock.setOffset(Duration.ofHours(2));
        var late = accepted(message(karim, "tard")).path("sid").asString();
        awaitStatuses(late, "sent", "delivered");
        var between = clock.instant().minus(Duration.ofHours(1)).toString();
        var list = MESSAGES + "?To=" + karim.replace("+", "%2B");

        assertThat(sids(answerTo(list + "&DateSent%3E=" + between))).containsExactly(late);
        assertThat(sids(answerTo(list + "&DateSent%3C=" + between))).containsExactly(early);
        assertThat(sids(answerTo(list + "&DateSent%3E=2020-01-01"))).containsExactly(late, early);
        assertThat(sids(answerTo(list + "&DateSent=2020-01-01"))).isEmpty();
        asks(list + "&DateSent%3E=hier").expectStatus().isBadRequest();
    }

    @Test
    void the_list_of_a_sender_shows_what_became_of_its_messages_and_also_what_was_never_sent() {
        var karim = "whatsapp:+33639985004";
        var delivered = accepted(message(karim, "Bonjour")).path("sid").asString();
        awaitStatuses(delivered, "sent", "delivered");
        var failed = accepted(message("whatsapp:+33639989999", "Bonjour"))
                .path("sid")
                .asString();
        awaitStatuses(failed, "failed");
        var written = writes(KARIM, CAMELIA, "Bonjour").path("messageSid").asString();

        var sent = answerTo(MESSAGES + "?From=" + CAMELIA.replace("+", "%2B") + "&PageSize=2");
        var later = answerTo(MESSAGES + "?From=" + CAMELIA.replace("+", "%2B") + "&DateSent%3E=2020-01-01");

        assertThat(sids(sent)).containsExactly(failed, delivered).doesNotContain(written);
        assertThat(sent.path("messages").path(0).path("status").asString()).isEqualTo("failed");
        assertThat(sent.path("messages").path(0).path("error_code").asInt()).isEqualTo(63024);
        assertThat(sent.path("messages").path(1).path("status").asString()).isEqualTo("delivered");
        assertThat(sids(later)).contains(delivered).doesNotContain(failed, written);
    }

    @Test
    void what_customers_wrote_is_in_the_list_too() {
        var sid =
                writes(KARIM, CAMELIA, "Vous êtes ouverts ?").path("messageSid").asString();

        var message = answerTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages/" + sid + ".json");

        assertThat(message.path("direction").asString()).isEqualTo("inbound");
        assertThat(message.path("status").asString()).isEqualTo("received");
        assertThat(message.path("from").asString()).isEqualTo(KARIM);
        assertThat(message.path("date_sent").asString()).matches(RFC_2822);
    }

    @Test
    void the_typing_indicator_shows_on_the_phone_and_reads_what_was_written() {
        writes(MARIE, CAMELIA, "Bonjour");
        var sid =
                writes(MARIE, CAMELIA, "Il y a quelqu'un ?").path("messageSid").asString();
        assertThat(chat(MARIE, CAMELIA))
                .last()
                .matches(message -> "posted".equals(message.path("progress").asString()));

        posts(ACCOUNT, TOKEN, "/v2/Indicators/Typing.json", Map.of("messageId", sid, "channel", "whatsapp"))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"success\":true}");

        assertThat(chat(MARIE, CAMELIA))
                .filteredOn(message -> message.path("from").asString().equals("customer"))
                .allMatch(message -> "read".equals(message.path("progress").asString()));
        assertThat(get("/simulator/phones/" + MARIE + "/messages?with=whatsapp:%2B33199000042")
                        .has("typingUntil"))
                .isTrue();
        posts(OTHER_ACCOUNT, OTHER_TOKEN, "/v2/Indicators/Typing.json", Map.of("messageId", sid, "channel", "whatsapp"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void an_account_can_be_looked_up_to_check_its_credentials() {
        var account = answerTo("/2010-04-01/Accounts/" + ACCOUNT + ".json");

        assertThat(account.path("sid").asString()).isEqualTo(ACCOUNT);
        assertThat(account.path("status").asString()).isEqualTo("active");
        assertThat(account.path("friendly_name").asString()).isEqualTo("Institut Camélia");
    }

    @Test
    void every_request_is_in_the_ledger_with_its_answer() {
        var before = ledger("api-requested").size();

        sends(message("whatsapp:+33", "Bonjour")).expectHeader().valueMatches("Twilio-Request-Id", "RQ[0-9a-f]{32}");

        var line = ledger("api-requested").get(before);
        assertThat(line.path("path").asString()).isEqualTo(MESSAGES);
        assertThat(line.path("status").asInt()).isEqualTo(400);
        assertThat(line.path("code").asInt()).isEqualTo(21211);
        assertThat(line.path("form").path("Body").get(0).asString()).isEqualTo("Bonjour");
        assertThat(line.toString()).doesNotContain(TOKEN);
    }

    private static List<String> sids(JsonNode page) {
        return StreamSupport.stream(page.path("messages").spliterator(), false)
                .map(message -> message.path("sid").asString())
                .toList();
    }
}
