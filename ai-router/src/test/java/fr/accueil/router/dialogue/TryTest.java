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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// `/api/assistant/try`: the assistant answers as in earnest, to its own people alone, and nothing comes of it.
class TryTest extends DeskStory {

    private static final String WORKSPACE = "X-Accueil-Workspace";
    private static final String TRY = "/api/assistant/try";

    /// Everything that this service answers to browsers.
    private static final List<String> OPERATIONS = List.of("POST /api/assistant/replay", "POST " + TRY);

    private static final Path COMMITTED = Path.of("openapi.json");

    @Autowired
    private Tokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort
    private int port;

    private final String sophie = "sophie-" + Ids.next();
    private final String martin = "martin-" + Ids.next();
    private final TenantId martins = TenantId.of(Ids.next());
    private final FaqId parking = FaqId.of(Ids.next());

    @BeforeEach
    void peopleAndKnowledge() {
        var jeanne = desk.tenant();
        say(
                Topic.TENANTS,
                martins,
                martins.toString(),
                new TenantSaved(martins, "Martin", Vertical.SERVICES, "Europe/Paris", true));
        var secret = FaqId.of(Ids.next());
        say(
                Topic.FAQS,
                jeanne,
                parking.toString(),
                new FaqSaved(parking, jeanne, "Où se garer ?", "Au parking des Halles.", List.of(), true));
        say(
                Topic.FAQS,
                martins,
                secret.toString(),
                new FaqSaved(secret, martins, "Où se garer ?", "Au parking de la Poste.", List.of(), true));
        member(jeanne, sophie);
        member(martins, martin);
        await().until(() -> knowsWhereToPark(sophie, jeanne) && knowsWhereToPark(martin, martins));
    }

    private boolean knowsWhereToPark(String subject, TenantId tenant) {
        return answered(subject, tenant, "Où est-ce qu'on peut se garer ?").contains("parking");
    }

    private String answered(String subject, TenantId tenant, String text) {
        return Objects.requireNonNullElse(
                asked(subject, tenant.toString(), text)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "");
    }

    @Test
    void it_answers_with_its_reasons_and_its_sources() {
        var said = answer("Où est-ce qu'on peut se garer ?");

        assertThat(said.path("text").asString()).contains("Au parking des Halles.");
        assertThat(said.path("sources").size()).isEqualTo(1);
        assertThat(said.at("/sources/0/faq").asString()).isEqualTo(parking.toString());
        assertThat(said.at("/sources/0/answer").asString()).isEqualTo("Au parking des Halles.");
        assertThat(said.at("/reasons/intent").asString()).isEqualTo("faq");
        assertThat(said.at("/reasons/faqs/0/score").asDouble()).isPositive();
        assertThat(said.at("/reasons/milliseconds").isNumber()).isTrue();
        assertThat(said.has("handover")).isFalse();
    }

    @Test
    void it_says_when_a_person_would_be_asked_for() {
        var said = answer("je veux parler à quelqu'un");

        assertThat(said.path("handover").asString()).isEqualTo("CUSTOMER_ASKED");
        assertThat(said.path("text").asString()).isNotEmpty();
    }

    @Test
    void it_goes_on_from_what_was_written_before_and_asks_nobody_for_anything() {
        var wished = guest("Sophie", in(30, "10:00")).written();

        var asked = answer("Bonjour, je voudrais un rendez-vous pour une coupe femme " + wished);
        var readBack = answer(
                "Je m'appelle Marie Duval", "Bonjour, je voudrais un rendez-vous pour une coupe femme " + wished);
        var booked = answer(
                "oui",
                "Bonjour, je voudrais un rendez-vous pour une coupe femme " + wished,
                "Je m'appelle Marie Duval");

        assertThat(asked.path("flow").asString()).isEqualTo("booking");
        assertThat(readBack.path("text").asString()).contains("Marie Duval").contains("10 h");
        assertThat(booked.has("flow")).isFalse();
        assertThat(booked.path("text").asString()).contains("10 h");
        assertThat(events.seen(Topic.ASSISTANT)).noneMatch(it -> desk.tenant().equals(it.tenant()));
        assertThat(events.seen(Topic.OUTBOUND)).noneMatch(it -> desk.tenant().equals(it.tenant()));
    }

    @Test
    void a_word_that_stops_everything_is_answered_as_such() {
        assertThat(answer("STOP").path("text").asString()).contains("START");
    }

    @Test
    void an_engine_that_fails_ends_in_a_hand_over_as_in_earnest() {
        reader.breakOn("moteur cassé");

        assertThat(answer("moteur cassé").path("handover").asString()).isEqualTo("ASSISTANT_FAILED");
    }

    @Test
    void a_business_knows_nothing_of_another() {
        var said = answered(martin, martins, "Où est-ce qu'on peut se garer ?");

        assertThat(said)
                .contains("parking de la Poste")
                .doesNotContain("Halles")
                .doesNotContain("Jeanne");
    }

    @Test
    void no_token_and_no_forged_one_opens_it() {
        refused(send(null, desk.tenant().toString(), "Bonjour"), 401);
        tokens.forged(sophie, "Sophie", "sophie@example.org")
                .forEach((_, token) -> refused(send(token, desk.tenant().toString(), "Bonjour"), 401));
    }

    @Test
    void a_workspace_must_be_named_and_be_one_s_own() {
        refused(asked(sophie, martins.toString(), "Où se garer ?"), 403);
        refused(asked(sophie, UUID.randomUUID().toString(), "Où se garer ?"), 403);
        refused(asked("nobody-" + Ids.next(), desk.tenant().toString(), "Où se garer ?"), 403);
        for (var garbage : List.of("", "' or 1=1", "null", "*", desk.tenant() + "," + martins)) {
            refused(asked(sophie, garbage, "Où se garer ?"), 400);
        }
        refused(
                http().post()
                        .uri(TRY)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token(sophie))
                        .header(WORKSPACE, desk.tenant().toString())
                        .header(WORKSPACE, martins.toString())
                        .bodyValue(Map.of("text", "Où se garer ?"))
                        .exchange(),
                400);
    }

    @Test
    void what_makes_no_sense_is_refused_in_french() {
        for (var body : List.of(
                Map.of("text", " "),
                Map.of("text", "a".repeat(5000)),
                Map.of("text", "Bonjour", "before", List.of("")),
                Map.of("text", "Bonjour", "unknown", true),
                Map.of())) {
            refused(
                    http().post()
                            .uri(TRY)
                            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token(sophie))
                            .header(WORKSPACE, desk.tenant().toString())
                            .bodyValue(body)
                            .exchange(),
                    400);
        }
    }

    @Test
    void these_are_all_of_its_operations() {
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternsCondition()
                                .getPatterns()
                                .forEach(path -> mapped.add(method + " " + path.getPatternString()))));
        mapped.removeIf(it -> !it.contains(" /api/") || it.contains("/api/openapi.json"));
        var described = new TreeSet<String>();
        Wire.json()
                .readTree(describe())
                .path("paths")
                .forEachEntry((path, methods) ->
                        methods.propertyNames().forEach(it -> described.add(it.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(mapped).containsExactlyElementsOf(OPERATIONS);
        assertThat(described).containsExactlyElementsOf(OPERATIONS);
    }

    /// When it changed on purpose, write it anew: `mvn test -Dtest=TryTest -Dopenapi.write=true`.
    @Test
    void the_committed_description_is_what_the_service_says() throws IOException {
        var said = describe().strip() + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, said);
        }

        assertThat(said).isEqualTo(Files.readString(COMMITTED));
    }

    private String describe() {
        return Objects.requireNonNull(http().get()
                .uri("/api/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private JsonNode answer(String text, String... before) {
        var body = send(token(sophie), desk.tenant().toString(), Map.of("text", text, "before", List.of(before)))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Wire.json().readTree(Objects.requireNonNull(body));
    }

    private ResponseSpec asked(String subject, String workspace, String text) {
        return send(token(subject), workspace, text);
    }

    private ResponseSpec send(@Nullable String token, String workspace, String text) {
        return send(token, workspace, Map.of("text", text));
    }

    private ResponseSpec send(@Nullable String token, String workspace, Map<String, ?> body) {
        return http().post()
                .uri(TRY)
                .header(WORKSPACE, workspace)
                .headers(it -> {
                    if (token != null) {
                        it.setBearerAuth(token);
                    }
                })
                .bodyValue(body)
                .exchange();
    }

    private static void refused(ResponseSpec response, int status) {
        var answer = response.expectBody(String.class).returnResult();
        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(answer.getResponseHeaders().getContentType())
                .isNotNull()
                .matches(MediaType.APPLICATION_PROBLEM_JSON::isCompatibleWith);
        var problem = Wire.json().readTree(Objects.requireNonNull(answer.getResponseBody()));
        assertThat(problem.path("title").asString()).isNotEmpty().isNotEqualTo("Unauthorized");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }

    private WebTestClient http() {
        return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    private String token(String subject) {
        return tokens.bearerFor(subject, subject, subject + "@example.org");
    }

    private void member(TenantId tenant, String subject) {
        say(
                Topic.TEAM,
                tenant,
                tenant + ":" + subject,
                new MemberSaved(tenant, subject, subject, subject + "@example.org", Role.OWNER));
    }

    private void say(Topic topic, TenantId tenant, String subject, AccueilEvent event) {
        events.publish(
                topic, new Envelope(Ids.next(), URI.create("/test"), Instant.now(), subject, tenant, null, event));
    }
}
