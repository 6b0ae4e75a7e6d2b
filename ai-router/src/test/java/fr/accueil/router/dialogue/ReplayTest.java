package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.Envelope;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.events.WorkspaceEvent.Vertical;
import fr.accueil.platform.testing.Tokens;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/// `/api/assistant/replay`: what customers asked lately is read again with a FAQ changed, for owners alone.
class ReplayTest extends DeskStory {

    private static final String PARKING = "Où est-ce qu'on peut se garer ?";

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    private final String sophie = "sophie-" + Ids.next();
    private final String lea = "lea-" + Ids.next();
    private final FaqId parking = FaqId.of(Ids.next());

    @BeforeEach
    void peopleAndKnowledge() {
        var jeanne = desk.tenant();
        say(
                Topic.FAQS,
                jeanne,
                parking.toString(),
                new FaqSaved(parking, jeanne, "Où se garer ?", "Au parking des Halles.", List.of(), true));
        member(jeanne, sophie, Role.OWNER);
        member(jeanne, lea, Role.AGENT);
        await().until(() -> replay(sophie, jeanne, Map.of())
                .expectBody()
                .returnResult()
                .getStatus()
                .is2xxSuccessful());
        await().until(() -> replay(lea, jeanne, Map.of())
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value()
                == 403);
    }

    @Test
    void it_tells_which_questions_would_be_answered_otherwise() {
        writes("Marie", PARKING);
        writes("Karim", PARKING.toUpperCase(Locale.FRENCH));
        writes("Inès", "Merci beaucoup !");
        areHeard(2);
        await().until(() ->
                replayed(change(parking, null, null)).at("/changed/0/times").asInt() == 2);

        var gone = replayed(change(parking, null, null));

        assertThat(gone.path("questions").asInt()).isEqualTo(2);
        assertThat(gone.path("complete").asBoolean()).isTrue();
        assertThat(gone.path("changed").size()).isEqualTo(1);
        assertThat(gone.at("/changed/0/question").asString()).isEqualToIgnoringCase(PARKING);
        assertThat(gone.at("/changed/0/times").asInt()).isEqualTo(2);
        assertThat(gone.at("/changed/0/before/0").asString()).isEqualTo("Où se garer ?");
        assertThat(gone.at("/changed/0/after").size()).isZero();
    }

    @Test
    void another_answer_to_the_same_question_is_a_change_and_another_question_for_it_is_none() {
        writes("Marie", PARKING);
        areHeard(1);

        var reworded = replayed(change(parking, "Où se garer ?", "Devant la porte."));
        var renamed = replayed(change(parking, "Où peut-on se garer ?", "Au parking des Halles."));

        assertThat(reworded.at("/changed/0/before")).isEqualTo(reworded.at("/changed/0/after"));
        assertThat(renamed.path("changed").size()).isZero();
    }

    @Test
    void a_new_faq_answers_what_was_left_open() {
        var open = "Vous faites des tatouages au henné ?";
        writes("Marie", open);
        areHeard(1);

        var added = replayed(change(null, open, "Oui, sur rendez-vous."));

        assertThat(added.at("/changed/0/before").size()).isZero();
        assertThat(added.at("/changed/0/after/0").asString()).isEqualTo(open);
    }

    @Test
    void it_reads_the_latest_and_says_that_there_were_more() {
        for (var word : List.of("Bonjour", "Bonsoir", "Salut", "Coucou")) {
            writes("Marie", word);
        }
        await().until(() -> !replayed(Map.of()).path("complete").asBoolean());

        var replay = replayed(Map.of());

        assertThat(replay.path("questions").asInt()).isEqualTo(3);
        assertThat(replay.path("complete").asBoolean()).isFalse();
    }

    @Test
    void what_another_business_was_asked_is_not_read() {
        var martins = TenantId.of(Ids.next());
        say(
                Topic.TENANTS,
                martins,
                martins.toString(),
                new TenantSaved(martins, "Martin", Vertical.SERVICES, "Europe/Paris", true));
        member(martins, sophie, Role.OWNER);
        writes("Marie", PARKING);
        areHeard(1);
        await().until(() -> replay(sophie, martins, Map.of())
                .expectBody()
                .returnResult()
                .getStatus()
                .is2xxSuccessful());

        var replay = read(replay(sophie, martins, change(null, PARKING, "Ici.")));

        assertThat(replay.path("questions").asInt()).isZero();
        assertThat(replay.path("changed").size()).isZero();
    }

    @Test
    void agents_strangers_and_nonsense_are_refused() {
        replay(lea, desk.tenant(), Map.of()).expectStatus().isForbidden();
        replay("nobody-" + Ids.next(), desk.tenant(), Map.of()).expectStatus().isForbidden();
        replay(sophie, TenantId.of(Ids.next()), Map.of()).expectStatus().isForbidden();
        replay(sophie, desk.tenant(), change(parking, "?", "Oui."))
                .expectStatus()
                .isBadRequest();
        replay(sophie, desk.tenant(), Map.of("unknown", true)).expectStatus().isBadRequest();
    }

    private void areHeard(int questions) {
        await().until(() -> replayed(Map.of()).path("questions").asInt() == questions);
    }

    private void writes(String name, String text) {
        guest(name, in(30, "10:00")).customer.writes(text);
    }

    private static Map<String, Object> change(@Nullable FaqId faq, @Nullable String question, @Nullable String answer) {
        var change = new HashMap<String, Object>();
        if (faq != null) {
            change.put("faq", faq.toString());
        }
        if (question != null && answer != null) {
            change.put("question", question);
            change.put("answer", answer);
        }
        return change;
    }

    private JsonNode replayed(Map<String, ?> change) {
        return read(replay(sophie, desk.tenant(), change));
    }

    private static JsonNode read(ResponseSpec response) {
        return Wire.json()
                .readTree(Objects.requireNonNull(response.expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()));
    }

    private ResponseSpec replay(String subject, TenantId tenant, Map<String, ?> body) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .post()
                .uri("/api/assistant/replay")
                .header("X-Accueil-Workspace", tenant.toString())
                .headers(it -> it.setBearerAuth(tokens.bearerFor(subject, subject, subject + "@example.org")))
                .bodyValue(body)
                .exchange();
    }

    private void member(TenantId tenant, String subject, Role role) {
        say(
                Topic.TEAM,
                tenant,
                tenant + ":" + subject,
                new MemberSaved(tenant, subject, subject, subject + "@example.org", role));
    }

    private void say(Topic topic, TenantId tenant, String subject, AccueilEvent event) {
        events.publish(
                topic, new Envelope(Ids.next(), URI.create("/test"), Instant.now(), subject, tenant, null, event));
    }
}
