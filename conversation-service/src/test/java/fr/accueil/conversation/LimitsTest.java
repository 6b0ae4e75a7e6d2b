package fr.accueil.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.MessageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// What is too much, too deep or no text is refused in French, and from outside it kills nobody.
class LimitsTest extends ServiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"body\":\"a\\u0000b\"}",
                "{\"body\":\"a\\ud800b\"}",
                "{\"body\":\"a\\u001bb\"}",
                "{\"body\":\"a\\u009bb\"}",
                "{\"body\":\"Bonjour\",\"leader\":\"me\"}",
                "{\"body\":{\"a\":1}}",
                "{\"body\":\"Bonjour\"",
                "[]",
                "null",
                "DEEP",
                ""
            })
    void what_is_no_message_is_a_bad_request_in_french(String request) {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");
        var body = request.equals("DEEP")
                ? "{\"body\":\"Bonjour\",\"template\":" + "[".repeat(40) + "]".repeat(40) + "}"
                : request;

        problem(write(salon, marie, body, "k"), 400);

        assertThat(marie.transcript()).hasSize(1);
    }

    @Test
    void ends_of_lines_tabs_and_emoji_are_text() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");

        write(salon, marie, "{\"body\":\"Bonjour\\n\\r\\tMarie 👩🏽‍🦱\"}", "k")
                .expectStatus()
                .isCreated();
    }

    @Test
    void a_request_is_no_larger_than_it_needs_to_be() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");

        problem(write(salon, marie, "{\"body\":\"" + "a".repeat(300_000) + "\"}", "k"), 413);
        problem(write(salon, marie, "{\"body\":\"Bonjour\"}", "k".repeat(201)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=501", "?limit=-1", "?limit=x", "?limit=99999999999", "?cursor=x"})
    void a_page_has_from_1_to_500_lines(String query) {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");

        for (var list : new String[] {
            "/api/conversations",
            "/api/conversations/" + marie.id() + "/messages",
            "/api/opt-outs",
            "/api/bookings",
            "/api/leads",
            "/api/questions",
            "/api/faqs"
        }) {
            problem(salon.asSophie(HttpMethod.GET, list + query).exchange(), 400);
            salon.asSophie(HttpMethod.GET, list + "?limit=500")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void an_id_that_is_none_is_a_bad_request() {
        var salon = aSalon();

        for (var path : new String[] {
            "/api/conversations/x",
            "/api/conversations/x/messages",
            "/api/templates?channel=x",
            "/api/bookings/x",
            "/api/bookings?from=yesterday",
            "/api/conversations/" + salon.marie().id() + "/messages/"
                    + salon.marie().id() + "/attachments/x"
        }) {
            problem(salon.asSophie(HttpMethod.GET, path).exchange(), 400);
        }
    }

    @Test
    void what_customers_send_is_never_poison() {
        var marie = aSalon().marie();
        var name = "Ma\0rie " + "é".repeat(20_000);

        marie.sends(Received.of(MessageKind.LOCATION)
                .body("a\0b \\u0000 \u001b[31m")
                .at(new Location("48\0", "2", "rue\0", "\0"))
                .tapping("\0", "\0")
                .medium("image/\0")
                .quoting("SM\0")
                .by(new Customer("whatsapp:+33639980012", "+33639980012", null, name)));
        marie.sends(Received.text("x".repeat(200_000)));

        assertThat(marie.transcript())
                .extracting(Message::body)
                .containsExactly("a\uFFFDb \\u0000 \u001b[31m", "x".repeat(200_000));
        assertThat(marie.transcript().getFirst().location())
                .isEqualTo(new Location("48\uFFFD", "2", "rue\uFFFD", "\uFFFD"));
        assertThat(marie.transcript().getFirst().author().name()).startsWith("Ma\uFFFDrie");
    }

    private static ResponseSpec write(Salon salon, Correspondence to, String body, String key) {
        return salon.asSophie(HttpMethod.POST, "/api/conversations/{id}/messages", to.id())
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private static void problem(ResponseSpec response, int status) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .value(String.class, it -> assertThat(it).isNotEmpty().isNotEqualTo("Bad Request"))
                .jsonPath("$.detail")
                .isNotEmpty();
    }
}
