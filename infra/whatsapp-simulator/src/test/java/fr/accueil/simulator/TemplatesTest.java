package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// Templates as Twilio's Content API lists them, and messages by them.
class TemplatesTest extends SimulatorTest {

    @Test
    void an_account_has_templates_with_whatsapps_word_on_each() {
        var contents = answerTo("/v1/ContentAndApprovals").path("contents");

        assertThat(contents).isNotEmpty().allSatisfy(content -> {
            assertThat(content.path("sid").asString()).matches("HX[0-9a-f]{32}");
            assertThat(content.path("account_sid").asString()).isEqualTo(ACCOUNT);
            assertThat(content.path("language").asString()).isEqualTo("fr");
        });
        assertThat(template("rappel_rendez_vous")
                        .path("approval_requests")
                        .path("status")
                        .asString())
                .isEqualTo("approved");
        assertThat(template("voeux").path("approval_requests").path("status").asString())
                .isEqualTo("pending");
    }

    @Test
    void one_template_and_its_approval_can_be_fetched_by_its_account_alone() {
        var sid = sidOf("devis_pret");

        assertThat(answerTo("/v1/Content/" + sid).path("friendly_name").asString())
                .isEqualTo("devis_pret");
        assertThat(answerTo("/v1/Content/" + sid + "/ApprovalRequests")
                        .path("whatsapp")
                        .path("category")
                        .asString())
                .isEqualTo("UTILITY");
        http.get()
                .uri("/v1/Content/" + sid)
                .header(HttpHeaders.AUTHORIZATION, basic(OTHER_ACCOUNT, OTHER_TOKEN))
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get().uri("/v1/Content").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void the_list_comes_in_pages() {
        var sids = new ArrayList<String>();
        var next = "/v1/Content?PageSize=2";
        while (!next.isEmpty()) {
            var page = answerTo(next);
            page.path("contents")
                    .forEach(content -> sids.add(content.path("sid").asString()));
            next = page.path("meta").path("next_page_url").asString("").replace("https://content.twilio.com", "");
        }

        assertThat(sids).hasSizeGreaterThan(4).doesNotHaveDuplicates().contains(sidOf("relance"));
    }

    @Test
    void it_can_fail_as_the_rest_can() {
        fails(Map.of("mode", "unavailable", "endpoint", "content", "count", 1));

        asks("/v1/ContentAndApprovals").expectStatus().isEqualTo(503);
        asks("/v1/ContentAndApprovals").expectStatus().isOk();
    }

    @Test
    void an_approved_template_arrives_after_a_day_with_its_variables_filled_in() {
        writes(MARIE, CAMELIA, "Bonjour");
        clock.setOffset(Duration.ofHours(25));

        var message = accepted(templateMessage("rappel_rendez_vous", "{\"1\":\"Chloé\",\"3\":\"14 h\"}"));

        var words = "Bonjour Chloé, nous vous rappelons votre rendez-vous du mardi 24 novembre à 14 h."
                + " En cas d'empêchement, répondez simplement à ce message. Institut Camélia";
        assertThat(message.path("body").asString()).isEqualTo(words);
        awaitStatuses(message.path("sid").asString(), "sent", "delivered");
        assertThat(wordsOnPhone(MARIE, CAMELIA)).contains(words);
    }

    @Test
    void a_template_that_is_not_approved_needs_the_open_window() {
        writes(MARIE, CAMELIA, "Bonjour");
        awaitStatuses(
                accepted(templateMessage("choix_du_soin", "{}")).path("sid").asString(), "sent", "delivered");
        clock.setOffset(Duration.ofHours(25));

        var sid = accepted(templateMessage("voeux", "{}")).path("sid").asString();

        awaitStatuses(sid, "undelivered");
        assertThat(RECEIVER.callbacks(sid).getFirst().form()).containsEntry("ErrorCode", "63016");
    }

    @Test
    void an_unknown_template_is_refused() {
        refuses("HX00112233445566778899aabbccddeeff", "{}", 21655);
        refuses("HX1", "{}", 21655);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marie",
                "[]",
                "{\"1\":null}",
                "{\"1\":\"\"}",
                "{\"1\":2}",
                "{\"1\":\"a\\nb\"}",
                "{\"1\":\"a\\tb\"}",
                "{\"1\":\"a     b\"}"
            })
    void variables_that_twilio_refuses_are_refused(String variables) {
        refuses(sidOf("devis_pret"), variables, 21656);
    }

    @Test
    void the_ledger_names_our_message_by_its_callback_address() {
        var sid = accepted(message(MARIE, "Bonjour")).path("sid").asString();
        awaitStatuses(sid, "sent", "delivered");

        for (var kind : List.of("message-accepted", "phone-received")) {
            await().untilAsserted(() -> assertThat(ledger(kind))
                    .filteredOn(line -> line.path("sid").asString().equals(sid))
                    .singleElement()
                    .extracting(line -> line.path("reference").toString())
                    .isEqualTo("{\"conversation\":\"c/1\",\"message\":\"m\",\"part\":\"1\",\"attempt\":\"a b\"}"));
        }
    }

    private void refuses(String sid, String variables, int code) {
        sends(Map.of("From", CAMELIA, "To", MARIE, "ContentSid", sid, "ContentVariables", variables))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private Map<String, String> templateMessage(String name, String variables) {
        return Map.of(
                "From", CAMELIA,
                "To", MARIE,
                "StatusCallback", CALLBACK,
                "ContentSid", sidOf(name),
                "ContentVariables", variables);
    }

    private String sidOf(String name) {
        return template(name).path("sid").asString();
    }

    private JsonNode template(String name) {
        return contents()
                .filter(content -> content.path("friendly_name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> contents() {
        return StreamSupport.stream(
                answerTo("/v1/ContentAndApprovals").path("contents").spliterator(), false);
    }
}
