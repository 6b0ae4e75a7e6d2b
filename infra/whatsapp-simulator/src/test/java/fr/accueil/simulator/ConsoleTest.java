package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/// A business that connects its number: an account is opened, its senders are listed, and messages go where its console
/// says.
class ConsoleTest extends SimulatorTest {

    @Test
    void an_opened_account_has_one_sender_that_calls_nobody_yet() {
        var account = opened("Salon Lumière");
        var sid = account.path("accountSid").asString();

        var senders = json(http.get()
                .uri("/v2/Channels/Senders?Channel=whatsapp")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        basic(sid, account.path("authToken").asString()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());

        assertThat(senders.path("senders")).hasSize(1);
        var sender = senders.path("senders").get(0);
        assertThat(sender.path("sender_id")).isEqualTo(account.path("address"));
        assertThat(sender.path("status").asString()).isEqualTo("ONLINE");
        assertThat(sender.path("webhook").path("callback_url").isNull()).isTrue();
        var sent = writes(MARIE, account.path("address").asString(), "Bonjour");
        assertThat(sent.path("webhook").path("delivered").asBoolean()).isFalse();
    }

    @Test
    void messages_go_where_the_console_says_and_nowhere_else_than_here() {
        var account = opened("Plomberie Roux");
        var address = account.path("address").asString();
        var sid = account.path("accountSid").asString();

        enters(sid, " https://elsewhere.example/hook ");
        assertThat(writes(MARIE, address, "Bonjour")
                        .path("webhook")
                        .path("delivered")
                        .asBoolean())
                .isFalse();
        enters(sid, "https://accueil.example/api/webhooks/twilio#rc=1&rp=5xx");
        assertThat(writes(MARIE, address, "Bonjour")
                        .path("webhook")
                        .path("delivered")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_number_that_is_taken_is_given_to_nobody_else() {
        assertThat(opened("Un").path("address")).isNotEqualTo(opened("Deux").path("address"));
    }

    private JsonNode opened(String name) {
        return json(http.post()
                .uri("/simulator/accounts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", name))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    private void enters(String accountSid, String url) {
        http.put()
                .uri("/simulator/accounts/{sid}/webhook", accountSid)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("url", url))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
