package fr.accueil.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.faq.Faq;
import fr.accueil.conversation.faq.SaveFaq;
import fr.accueil.events.AccueilEvent;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.AssistantEvent.LeadCaptured;
import fr.accueil.events.AssistantEvent.QuestionLeftOpen;
import fr.accueil.events.BookingId;
import fr.accueil.events.CalendarId;
import fr.accueil.events.ChangeEvent.AttachmentState;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.QuestionRecorded;
import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Envelope;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.TemplateEvent.Approval;
import fr.accueil.events.TemplateEvent.TemplateListed;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.objects.ObjectStore;
import fr.accueil.platform.secrets.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Flux;

/// Every operation of the API against those who may not. One that nobody has said how to call fails the first test.
class IsolationTest extends ServiceTest {

    private static final String WORKSPACE = "X-Accueil-Workspace";
    private static final String ME = "GET /api/me";
    private static final String OPEN = "POST /api/workspaces";
    private static final String ACCEPT = "POST /api/invitations/accept";

    /// Nobody's workspace is needed for these: they are about who asks.
    private static final Set<String> PERSONAL = Set.of(ME, OPEN, ACCEPT);

    private static final String INVITED = "confidentielle@exemple.fr";
    /// For who knows its secret address: `CalendarTest`.
    private static final String FEED = "GET /api/calendar/{secret}.ics";

    private static final String SECRET = "Une demande confidentielle de Marie";

    private static final String SERVICE = """
            {"name":"Pose","synonyms":[],"durationMinutes":30,"bufferMinutes":0,"priceFrom":false,"bookable":true,
             "version":1}""";

    /// How each operation is called: with which body.
    static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry(ME, ""),
            Map.entry(OPEN, "{\"name\":\"Chez Marie\",\"vertical\":\"beauty\",\"timeZone\":\"Europe/Paris\"}"),
            Map.entry("GET /api/settings", ""),
            Map.entry(
                    "PUT /api/settings",
                    "{\"name\":\"Chez Marie\",\"vertical\":\"beauty\",\"timeZone\":\"Europe/Paris\",\"formal\":true,\"version\":1}"),
            Map.entry("GET /api/settings/assistant", ""),
            Map.entry(
                    "PUT /api/settings/assistant",
                    "{\"quietSeconds\":4,\"deadlineSeconds\":30,\"caution\":\"careful\",\"version\":1}"),
            Map.entry("GET /api/settings/privacy", ""),
            Map.entry(
                    "PUT /api/settings/privacy",
                    "{\"messageDays\":365,\"mediaDays\":90,\"leadDays\":365,\"reasonDays\":30,\"invitationDays\":60,\"phonesMasked\":true,\"version\":1}"),
            Map.entry("GET /api/onboarding", ""),
            Map.entry("PUT /api/onboarding/{step}", "{\"state\":\"done\"}"),
            Map.entry("GET /api/audit", ""),
            Map.entry("POST /api/customers/{id}/erasure", "{\"note\":\"Demande reçue par courrier\"}"),
            Map.entry("GET /api/customers/{id}/export", ""),
            Map.entry("GET /api/erasures/{id}", ""),
            Map.entry("GET /api/register", ""),
            Map.entry("GET /api/agents", ""),
            Map.entry("PUT /api/agents/{subject}", "{\"role\":\"owner\",\"version\":1}"),
            Map.entry("DELETE /api/agents/{subject}", ""),
            Map.entry("DELETE /api/agents/me", ""),
            Map.entry("GET /api/invitations", ""),
            Map.entry("POST /api/invitations", "{\"email\":\"karim@exemple.fr\",\"role\":\"agent\"}"),
            Map.entry("DELETE /api/invitations/{id}", ""),
            Map.entry(ACCEPT, ""),
            Map.entry("GET /api/conversations", ""),
            Map.entry("GET /api/conversations/{id}", ""),
            Map.entry("GET /api/conversations/{id}/messages", ""),
            Map.entry("POST /api/conversations/{id}/messages", "{\"body\":\"Bonjour\"}"),
            Map.entry("POST /api/conversations/{id}/messages/{message}/resend", ""),
            Map.entry("GET /api/conversations/{id}/messages/{message}/attachments/{index}", ""),
            Map.entry("POST /api/conversations/{id}/takeover", ""),
            Map.entry("POST /api/conversations/{id}/handback", ""),
            Map.entry("POST /api/conversations/{id}/read", ""),
            Map.entry("GET /api/opt-outs", ""),
            Map.entry("GET /api/templates", ""),
            Map.entry("GET /api/services", ""),
            Map.entry("POST /api/services", SERVICE),
            Map.entry("PUT /api/services/{id}", SERVICE),
            Map.entry("DELETE /api/services/{id}", ""),
            Map.entry("PUT /api/services/order", "{\"ids\":[]}"),
            Map.entry("GET /api/suggestions", ""),
            Map.entry("GET /api/calendar", ""),
            Map.entry("POST /api/calendar/secret", ""),
            Map.entry("DELETE /api/calendar/secret", ""),
            Map.entry("GET /api/external-calendars", ""),
            Map.entry("POST /api/external-calendars", "{\"name\":\"Google\",\"address\":\"http://localhost:1/a.ics\"}"),
            Map.entry("POST /api/external-calendars/{id}/read", ""),
            Map.entry("DELETE /api/external-calendars/{id}", ""),
            Map.entry("GET /api/busy-times", ""),
            Map.entry("GET /api/hours", ""),
            Map.entry("PUT /api/hours", """
                    {"holidayRegion":"METROPOLE","workedHolidays":[],"week":[],"exceptions":[],"practitioners":[],
                     "seats":1,"rules":{"leadMinutes":0,"horizonDays":30,"gridMinutes":15,"strictGrid":false},
                     "version":1}"""),
            Map.entry("GET /api/bookings", ""),
            Map.entry("GET /api/bookings/{id}", ""),
            Map.entry("POST /api/bookings", """
                    {"services":["01890a5d-ac96-774b-bcce-b302099a8057"],"start":"2027-03-02T09:00:00Z",
                     "customerName":"Marie"}"""),
            Map.entry("POST /api/bookings/{id}/move", "{\"version\":1,\"start\":\"2027-03-02T09:00:00Z\"}"),
            Map.entry("POST /api/bookings/{id}/cancel", "{\"version\":1}"),
            Map.entry("GET /api/leads", ""),
            Map.entry("GET /api/questions", ""),
            Map.entry("GET /api/questions/groups", ""),
            Map.entry("POST /api/questions/{id}/dismiss", ""),
            Map.entry("GET /api/faqs", ""),
            Map.entry("POST /api/faqs", "{\"question\":\"Vous fermez en août ?\",\"answer\":\"Non.\",\"variants\":[]}"),
            Map.entry("GET /api/faqs/{id}", ""),
            Map.entry(
                    "PUT /api/faqs/{id}",
                    "{\"question\":\"Où êtes-vous ?\",\"answer\":\"À Angers.\",\"variants\":[],\"version\":1}"),
            Map.entry("DELETE /api/faqs/{id}", ""),
            Map.entry("POST /api/faqs/import", "question;réponse\nVous vendez des bons ?;Oui."),
            Map.entry("GET /api/faqs/export", ""),
            Map.entry("GET /api/faqs/ready", ""),
            Map.entry("POST /api/faqs/ready", "{\"keys\":[]}"),
            Map.entry("GET /api/faqs/sample.csv", ""),
            Map.entry("PUT /api/faqs/order", "{\"ids\":[]}"),
            Map.entry("GET /api/channels", ""),
            Map.entry("POST /api/channels", """
                    {"accountSid":"AC0123456789abcdef0123456789abcdef","authToken":"0123456789abcdef0123456789abcdef"}"""),
            Map.entry("PUT /api/channels/{id}", """
                    {"accountSid":"AC0123456789abcdef0123456789abcdef","authToken":"0123456789abcdef0123456789abcdef",
                     "version":1}"""),
            Map.entry("DELETE /api/channels/{id}", ""),
            Map.entry("POST /api/channels/{id}/check", ""),
            Map.entry("POST /api/channels/{id}/reconciliation", ""),
            Map.entry("POST /api/channels/{id}/templates/refresh", ""));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    ObjectStore objects;

    @Autowired
    Secrets secrets;

    @Autowired
    SaveFaq faqs;

    @TempDir
    Path folder;

    private Salon camelia;
    private Salon martin;
    private MessageId photo;
    private MessageId refused;
    private BookingId booking;
    private String invitation;
    private String draft;
    private Diary diary;
    private CalendarId calendar;
    private UUID question;
    private String erasure;
    private Faq faq;

    /// Camélia has one of everything, of which Martin must see nothing.
    @BeforeEach
    void two_businesses() throws IOException {
        camelia = aSalon();
        martin = aSalon();
        martin.thread("Karim B.", "+33639980034").says("Bonsoir");
        var marie = camelia.marie();
        marie.says(SECRET);
        photo = aPhoto();
        refused = aRefusedAnswer();
        aTemplateAnOptOutAndAComparison();
        diary = save(Diary.ofTeam(camelia.id(), SECRET));
        booking = aBookingALeadAndAQuestion();
        invitation = anInvitation();
        question = theQuestion();
        draft = aDraft();
        calendar = anExternalCalendar();
        faq = new Faq(FaqId.of(Ids.next()), camelia.id(), SECRET, SECRET, List.of(SECRET), SECRET, true);
        faqs.save(faq).block(PATIENCE);
        erasure = anErasure();
        assertThat(events.seen(Topic.CHANGES)).isNotEmpty();
    }

    @Test
    void every_operation_is_tried() {
        var all = new TreeSet<>(OPERATIONS.keySet());
        all.add(FEED);
        assertThat(described()).containsExactlyElementsOf(all);
        assertThat(mapped()).containsExactlyElementsOf(all);
    }

    @Test
    void who_may_sees_and_does_all_of_it() {
        inAGoodOrder().forEach(operation -> {
            var response =
                    send(asSophieOf(camelia, operation), operation).expectBody().returnResult();
            assertThat(response.getStatus().value()).as(operation).isNotIn(400, 401, 403, 404, 405, 500);
        });
    }

    /// What deletes comes last.
    private static Stream<String> inAGoodOrder() {
        return OPERATIONS.keySet().stream()
                .sorted(Comparator.comparing((String it) -> it.endsWith("/erasure"))
                        .thenComparing(it -> it.startsWith("DELETE "))
                        .thenComparing(Comparator.naturalOrder()));
    }

    @Test
    void no_token_and_no_forged_one_opens_anything() {
        var sophie = camelia.sophie();
        var forged = tokens.forged(sophie.subject(), sophie.name(), sophie.email());
        assertThat(forged).hasSizeGreaterThanOrEqualTo(8);

        assertNothingChanges(() -> {
            for (var operation : OPERATIONS.keySet()) {
                refused(send(strangers(operation), operation), 401, operation + " without a token");
                forged.forEach((what, token) -> refused(
                        send(strangers(operation).header(HttpHeaders.AUTHORIZATION, "Bearer " + token), operation),
                        401,
                        operation + " with a token " + what));
                refused(
                        send(strangers(operation).header(HttpHeaders.AUTHORIZATION, "Basic c29waGllOng="), operation),
                        401,
                        operation + " with a password");
            }
        });
    }

    @Test
    void a_workspace_that_is_not_ones_own_is_refused() {
        assertNothingChanges(() -> inWorkspaces().forEach(operation -> {
            var martins = camelia.as(martin.sophie(), method(operation), path(operation), ids(operation));
            refused(send(martins, operation), 403, operation);
        }));
    }

    @Test
    void who_is_of_no_workspace_sees_none() {
        var nobody = tokens.bearerFor("nobody-" + Ids.next(), "Personne", "personne@example.org");

        assertNothingChanges(() -> inWorkspaces()
                .forEach(operation -> refused(
                        send(strangers(operation).header(HttpHeaders.AUTHORIZATION, "Bearer " + nobody), operation),
                        403,
                        operation)));
        send(strangers(ME).header(HttpHeaders.AUTHORIZATION, "Bearer " + nobody), ME)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.workspaces")
                .isEmpty();
    }

    @Test
    void another_businesss_ids_are_not_found_in_ones_own_workspace() {
        assertNothingChanges(() -> inWorkspaces()
                .filter(it -> it.contains("{id}") || it.contains("{subject}"))
                .forEach(operation -> refused(send(asSophieOf(martin, operation), operation), 404, operation)));
    }

    @Test
    void lists_are_ones_own_alone() {
        var secrets = List.of(
                SECRET,
                INVITED,
                camelia.id().toString(),
                camelia.channel().id().toString(),
                camelia.channel().address(),
                camelia.marie().id().toString(),
                camelia.tenant().name());

        OPERATIONS.keySet().stream()
                .filter(it -> it.startsWith("GET ") && !it.contains("{id}"))
                .forEach(operation -> {
                    for (var query :
                            List.of("", "?channel=" + camelia.channel().id(), "?q=confidentielle", "?limit=500")) {
                        var told = martin.asSophie(method(operation), path(operation) + query)
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody();
                        assertThat(told).as(operation + query).isNotNull().doesNotContain(secrets);
                    }
                });
    }

    @Test
    void a_workspace_that_is_not_named_or_is_no_id_is_a_bad_request_and_one_that_is_none_is_refused() {
        assertNothingChanges(() -> inWorkspaces().forEach(operation -> {
            refused(send(withoutWorkspace(operation), operation), 400, operation);
            for (var garbage : List.of("", "' or 1=1", "null", "*", camelia.id() + "," + martin.id())) {
                refused(
                        send(withoutWorkspace(operation).header(WORKSPACE, garbage), operation),
                        400,
                        operation + garbage);
            }
            refused(
                    send(
                            withoutWorkspace(operation)
                                    .header(WORKSPACE, UUID.randomUUID().toString()),
                            operation),
                    403,
                    operation);
            refused(
                    send(
                            withoutWorkspace(operation)
                                    .header(WORKSPACE, martin.id().toString())
                                    .header(WORKSPACE, camelia.id().toString()),
                            operation),
                    400,
                    operation + " of two workspaces");
        }));
    }

    private TreeSet<String> described() {
        var body = http.get()
                .uri("/api/openapi.json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var operations = new TreeSet<String>();
        Wire.json()
                .readTree(Objects.requireNonNull(body))
                .path("paths")
                .forEachEntry((path, methods) -> methods.propertyNames()
                        .forEach(it -> operations.add(it.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }

    /// Also what the description leaves out, but for what no token opens: a webhook proves itself.
    private TreeSet<String> mapped() {
        var operations = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternsCondition()
                                .getPatterns()
                                .forEach(path -> operations.add(method + " " + path.getPatternString()))));
        operations.removeIf(
                it -> !it.contains(" /api/") || it.contains("/api/openapi.json") || it.contains("/api/webhooks/"));
        return operations;
    }

    private void assertNothingChanges(Runnable attempts) {
        var before = everythingOf(camelia);
        var asked = events.seen(Topic.CHANNEL_REQUESTS).size();
        attempts.run();
        assertThat(everythingOf(camelia)).isEqualTo(before);
        assertThat(events.seen(Topic.CHANNEL_REQUESTS)).hasSize(asked);
    }

    /// Every row of the business, table by table.
    private Map<String, String> everythingOf(Salon salon) {
        var rows = transaction.inMany(
                salon.id(),
                database.sql("""
                                select table_name from information_schema.columns
                                where table_schema = 'conversation' and column_name = 'tenant' and table_name <> 'due_work'
                                """)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(table -> database.sql(
                                        "select coalesce(string_agg(t::text, '|' order by t::text), '') from " + table
                                                + " t")
                                .mapValue(String.class)
                                .one()
                                .map(all -> Map.entry(table, all))));
        return Objects.requireNonNull(
                rows.collectMap(Map.Entry::getKey, Map.Entry::getValue).block(PATIENCE));
    }

    private static Stream<String> inWorkspaces() {
        return OPERATIONS.keySet().stream().filter(it -> !PERSONAL.contains(it));
    }

    private RequestBodySpec strangers(String operation) {
        return http.method(method(operation))
                .uri(path(operation), ids(operation))
                .contentType(MediaType.APPLICATION_JSON)
                .header(WORKSPACE, camelia.id().toString());
    }

    private RequestBodySpec asSophieOf(Salon salon, String operation) {
        return salon.asSophie(method(operation), path(operation), ids(operation));
    }

    private RequestBodySpec withoutWorkspace(String operation) {
        return camelia.asStranger(martin.sophie(), method(operation), path(operation), ids(operation));
    }

    private static ResponseSpec send(RequestBodySpec request, String operation) {
        var body = Objects.requireNonNull(OPERATIONS.get(operation));
        return (body.isEmpty()
                        ? request
                        : request.contentType(typeOf(operation)).bodyValue(body))
                .exchange();
    }

    static MediaType typeOf(String operation) {
        return operation.equals("POST /api/faqs/import")
                ? MediaType.parseMediaType("text/csv")
                : MediaType.APPLICATION_JSON;
    }

    private static void refused(ResponseSpec response, int status, String what) {
        var answer = response.expectBody(String.class).returnResult();
        assertThat(answer.getStatus().value()).as(what).isEqualTo(status);
        assertThat(answer.getResponseHeaders().getContentType())
                .as(what)
                .isNotNull()
                .matches(MediaType.APPLICATION_PROBLEM_JSON::isCompatibleWith);
        var problem = Wire.json().readTree(Objects.requireNonNull(answer.getResponseBody()));
        assertThat(problem.path("title").asString()).as(what).isNotEmpty().isNotEqualTo("Unauthorized");
        assertThat(problem.path("status").asInt()).as(what).isEqualTo(status);
    }

    /// Camélia's.
    private @Nullable Object[] ids(String operation) {
        if (operation.contains("{step}")) {
            return new Object[] {"hours"};
        }
        if (operation.contains("{subject}")) {
            return new Object[] {camelia.sophie().subject()};
        }
        if (operation.contains("/invitations/{id}")) {
            return new Object[] {invitation};
        }
        if (operation.contains("/channels/{id}")) {
            return new Object[] {
                operation.matches("(PUT|DELETE) .*") ? draft : camelia.channel().id()
            };
        }
        if (operation.contains("/bookings/{id}")) {
            return new Object[] {booking};
        }
        if (operation.contains("/services/{id}")) {
            return new Object[] {(operation.startsWith("DELETE") ? diary.brows() : diary.manicure()).service()};
        }
        if (operation.contains("/external-calendars/{id}")) {
            return new Object[] {calendar};
        }
        if (operation.contains("/questions/{id}")) {
            return new Object[] {question};
        }
        if (operation.contains("/erasures/{id}")) {
            return new Object[] {erasure};
        }
        if (operation.contains("/faqs/{id}")) {
            return new Object[] {faq.id()};
        }
        return new Object[] {camelia.marie().id(), operation.endsWith("resend") ? refused : photo, 0};
    }

    private static HttpMethod method(String operation) {
        return HttpMethod.valueOf(operation.substring(0, operation.indexOf(' ')));
    }

    /// With the version that who deletes has seen.
    static String path(String operation) {
        var path = operation.substring(operation.indexOf(' ') + 1);
        return operation.startsWith("DELETE ") ? path + "?version=1" : path;
    }

    private String anInvitation() {
        return created("/api/invitations", "{\"email\":\"%s\",\"role\":\"agent\"}".formatted(INVITED));
    }

    private String aDraft() {
        return created("/api/channels", """
                {"accountSid":"AC0123456789abcdef0123456789abcdef","authToken":"0123456789abcdef0123456789abcdef",
                 "address":"+33199000099"}""");
    }

    private String anErasure() {
        var gone = camelia.thread("Paul", "+33639980078");
        gone.says("Bonjour");
        return created("/api/customers/" + gone.id() + "/erasure", "{}");
    }

    private String created(String path, String body) {
        var told = camelia.asSophie(HttpMethod.POST, path)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Wire.json().readTree(Objects.requireNonNull(told)).path("id").asString();
    }

    private MessageId aPhoto() throws IOException {
        var marie = camelia.marie();
        var key = camelia.id() + "/" + Ids.next();
        objects.put(key, Files.write(folder.resolve("photo"), "jpeg".getBytes(StandardCharsets.UTF_8)), "image/jpeg")
                .block(PATIENCE);
        var message = marie.sends(Received.of(MessageKind.IMAGE).medium("image/jpeg"));
        marie.tell(Topic.DELIVERY, new MediaFetched(message.id(), marie.id(), 0, key, "image/jpeg", 4, null));
        return marie.awaitMessage(it -> it.id().equals(message.id())
                        && it.attachments().getFirst().state() == AttachmentState.READY)
                .id();
    }

    private MessageId aRefusedAnswer() {
        var marie = camelia.marie();
        var answer = marie.isAnswered("À 9 h.");
        marie.tell(
                Topic.DELIVERY,
                new MessageRefused(answer, marie.id(), RefusalReason.PROVIDER_REFUSED, "Refusé.", null, 0));
        return marie.awaitMessage(it -> it.id().equals(answer) && it.status() == DeliveryStatus.REFUSED)
                .id();
    }

    private void aTemplateAnOptOutAndAComparison() {
        var channel = camelia.channel().id();
        var leo = camelia.thread("Léo", "+33639980077");
        leo.tell(
                Topic.OUTBOUND,
                new StopSending(leo.id(), channel, "whatsapp:+33639980077", leo.says("STOP"), "STOP", null));
        leo.awaitRow(it -> it.optedOutAt() != null);
        var template =
                new TemplateListed(channel, "HX1", SECRET, "fr", "Bonjour", List.of(), "utility", Approval.APPROVED);
        publish(Topic.TEMPLATES, channel + ":HX1", template);
        publish(
                Topic.CHANNEL_FACTS,
                channel.toString(),
                new ChannelReconciled(channel, Instant.EPOCH, Instant.EPOCH, 1, 0, 0, null));
        for (var list : List.of("/api/templates", "/api/channels")) {
            await().atMost(PATIENCE)
                    .until(() -> Objects.requireNonNull(camelia.asSophie(HttpMethod.GET, list)
                                    .exchange()
                                    .expectBody(String.class)
                                    .returnResult()
                                    .getResponseBody())
                            .matches("(?s).*(HX1|green).*"));
        }
    }

    private CalendarId anExternalCalendar() {
        var id = CalendarId.of(Ids.next());
        var address = secrets.encrypt("http://localhost:1/agenda.ics", camelia.id(), id);
        transaction
                .in(
                        camelia.id(),
                        database.sql("""
                                insert into external_calendar (id, name, sealed_address, host, added_at, read_at, busy)
                                values (:id, :name, :address, 'localhost', now(), now(),
                                  '[{"start":"2027-08-01T10:00:00Z","end":"2027-08-01T11:00:00Z"}]')
                                """)
                                .bind("id", id.value())
                                .bind("name", SECRET)
                                .bind("address", address)
                                .then())
                .block(PATIENCE);
        return id;
    }

    private BookingId aBookingALeadAndAQuestion() {
        var marie = camelia.marie();
        var id = BookingId.of(Ids.next());
        marie.tell(
                Topic.ASSISTANT,
                new BookingRequested(
                        id,
                        marie.id(),
                        List.of(diary.manicure().service()),
                        null,
                        Diary.at(3, "10:00"),
                        SECRET,
                        null,
                        null));
        marie.tell(
                Topic.ASSISTANT,
                new LeadCaptured(LeadId.of(Ids.next()), marie.id(), SECRET, null, null, SECRET, List.of()));
        marie.tell(Topic.ASSISTANT, new QuestionLeftOpen(marie.id(), photo, SECRET, null));
        events.await(
                Topic.CHANGES, BookingConfirmed.class, it -> it.booking().id().equals(id));
        return id;
    }

    private UUID theQuestion() {
        return events.await(
                        Topic.CHANGES,
                        QuestionRecorded.class,
                        it -> it.question()
                                .lastConversation()
                                .equals(camelia.marie().id()))
                .question()
                .id();
    }

    private void publish(Topic topic, String key, AccueilEvent event) {
        var envelope = new Envelope(Ids.next(), URI.create("/test"), Instant.now(), key, camelia.id(), null, event);
        events.publish(topic, key, Wire.write(envelope));
    }
}
