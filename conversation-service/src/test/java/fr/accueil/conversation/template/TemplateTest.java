package fr.accueil.conversation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChannelRequest.ListTemplates;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.TemplateEvent.Approval;
import fr.accueil.events.TemplateEvent.TemplateListed;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class TemplateTest extends ServiceTest {

    private static final String REMINDER = "HX00000000000000000000000000000001";
    private static final String PENDING = "HX00000000000000000000000000000002";

    @Test
    void a_template_may_be_sent_when_free_text_may_not_and_reads_as_the_customer_reads_it() {
        var salon = aSalonWithTemplates();
        var marie = salon.marie();
        marie.says("Bonjour", marie.now().minus(Duration.ofDays(3)));
        write(salon, marie, Map.of("body", "Bonjour"), "free").expectStatus().isEqualTo(409);

        var written = message(write(salon, marie, reminder("Marie $1", "{{1}} 9 h"), "k")
                .expectStatus()
                .isCreated());

        assertThat(written.body()).isEqualTo("Bonjour Marie $1, à demain {{1}} 9 h !");
        assertThat(written.template()).isEqualTo(new Template(REMINDER, Map.of("1", "Marie $1", "2", "{{1}} 9 h")));
        var send = events.await(
                Topic.OUTBOUND, SendMessage.class, it -> it.message().equals(written.id()));
        assertThat(send.template()).isEqualTo(written.template());
        assertThat(send.body()).isEqualTo(written.body());
        assertThat(send.freeTextUntil()).isEqualTo(marie.row().freeTextUntil());
        assertThat(marie.transcript().getLast()).isEqualTo(written);
        assertThat(message(write(salon, marie, reminder("Marie $1", "{{1}} 9 h"), "k")
                                .expectStatus()
                                .is2xxSuccessful())
                        .id())
                .isEqualTo(written.id());
        write(salon, marie, reminder("Léa", "9 h"), "k").expectStatus().isEqualTo(422);
    }

    @Test
    void who_has_never_written_can_be_sent_a_template() {
        var salon = aSalonWithTemplates();
        var marie = salon.marie();
        marie.isAnswered("Un premier mot.");
        assertThat(marie.row().freeTextUntil()).isNull();

        var written = message(write(salon, marie, reminder("Marie", "9 h"), "k")
                .expectStatus()
                .isCreated());

        events.await(
                Topic.OUTBOUND,
                SendMessage.class,
                it -> it.message().equals(written.id()) && it.freeTextUntil().equals(Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({
        "HX9, Marie, 9 h, 400, Modèle inconnu",
        "HX00000000000000000000000000000002, Marie, 9 h, 409, Modèle non approuvé",
        "HX00000000000000000000000000000001, Marie, , 400, Variable manquante",
        "HX00000000000000000000000000000001, '  ', 9 h, 400, Variable manquante",
        "HX00000000000000000000000000000001, 'a\nb', 9 h, 400, Variable incorrecte",
        "HX00000000000000000000000000000001, 'a\0b', 9 h, 400, Variable incorrecte",
        "HX00000000000000000000000000000001, LONG, 9 h, 400, Modèle trop long",
        "'', Marie, 9 h, 400, Demande incorrecte"
    })
    void what_whatsapp_would_refuse_is_refused_before_in_french(
            String template, String first, @Nullable String second, int status, String title) {
        var salon = aSalonWithTemplates();
        var marie = salon.marie();
        marie.says("Bonjour");
        var value = first.equals("LONG")
                ? "x".repeat(1100)
                : first.replace("\\n", "\n").replace("\\0", "\0");
        var variables = second == null ? Map.of("1", value) : Map.of("1", value, "2", second);

        write(salon, marie, Map.of("template", Map.of("contentSid", template, "variables", variables)), "k")
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo(title)
                .jsonPath("$.detail")
                .isNotEmpty();
        assertThat(marie.transcript()).hasSize(1);
        assertThat(marie.row().leader().assistantLeads()).isTrue();
    }

    @Test
    void a_message_is_a_text_or_a_template_and_not_both() {
        var salon = aSalonWithTemplates();
        var marie = salon.marie();
        marie.says("Bonjour");

        for (var request : List.of(
                Map.<String, Object>of(), Map.of("body", "Bonjour", "template", Map.of("contentSid", REMINDER)))) {
            write(salon, marie, request, "k").expectStatus().isBadRequest();
        }
    }

    @Test
    void the_templates_are_ones_own_and_go_when_they_are_gone() {
        var salon = aSalonWithTemplates();
        var neighbour = aSalonWithTemplates();

        assertThat(list(salon, "")).extracting(TemplateListed::name).containsExactly("en_attente", "rappel");
        assertThat(list(salon, "?channel=" + salon.channel().id())).hasSize(2);
        assertThat(list(salon, "?channel=" + neighbour.channel().id())).isEmpty();
        var marie = salon.marie();
        marie.says("Bonjour");
        publish(salon, PENDING, null);
        await().atMost(PATIENCE).until(() -> list(salon, "").size() == 1);
    }

    @Test
    void a_person_can_have_them_listed_anew() {
        var salon = aSalon();

        salon.asSophie(
                        HttpMethod.POST,
                        "/api/channels/{id}/templates/refresh",
                        salon.channel().id())
                .exchange()
                .expectStatus()
                .isAccepted();

        events.await(
                Topic.CHANNEL_REQUESTS,
                ListTemplates.class,
                it -> it.channel().equals(salon.channel().id()));
    }

    private Salon aSalonWithTemplates() {
        var salon = aSalon();
        publish(salon, REMINDER, listed(salon, REMINDER, "rappel", Approval.APPROVED));
        publish(salon, PENDING, listed(salon, PENDING, "en_attente", Approval.PENDING));
        await().atMost(PATIENCE).until(() -> list(salon, "").size() == 2);
        return salon;
    }

    private static TemplateListed listed(Salon salon, String sid, String name, Approval approval) {
        return new TemplateListed(
                salon.channel().id(),
                sid,
                name,
                "fr",
                "Bonjour {{1}}, à demain {{2}} !",
                List.of("1", "2"),
                "utility",
                approval);
    }

    private void publish(Salon salon, String sid, @Nullable TemplateListed template) {
        var key = salon.channel().id() + ":" + sid;
        events.publish(
                Topic.TEMPLATES,
                key,
                template == null
                        ? null
                        : Wire.write(new Envelope(
                                Ids.next(), URI.create("/test"), Instant.now(), key, salon.id(), null, template)));
    }

    private static Map<String, Object> reminder(String first, String second) {
        var variables = Map.of("1", first, "2", second, "unused", "x");
        return Map.of("template", Map.of("contentSid", REMINDER, "variables", variables));
    }

    private static ResponseSpec write(Salon salon, Correspondence to, Map<String, ?> request, String key) {
        return salon.asSophie(HttpMethod.POST, "/api/conversations/{id}/messages", to.id())
                .header("Idempotency-Key", key)
                .bodyValue(request)
                .exchange();
    }

    private static List<TemplateListed> list(Salon salon, String query) {
        var page = salon.asSophie(HttpMethod.GET, "/api/templates" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(TemplatePage.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(page).items();
    }

    private static Message message(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(Message.class).returnResult().getResponseBody());
    }
}
