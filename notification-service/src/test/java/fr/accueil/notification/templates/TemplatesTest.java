package fr.accueil.notification.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import fr.accueil.events.ChannelRequest.ListTemplates;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TemplateEvent.Approval;
import fr.accueil.events.TemplateEvent.TemplateListed;
import fr.accueil.events.Topic;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioAccount;
import fr.accueil.platform.kafka.CompactedCopies;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TemplatesTest extends ServiceTest {

    private static final Map<String, List<String>> CONTENTS = new ConcurrentHashMap<>();
    private static final AtomicInteger LISTED = new AtomicInteger();

    static {
        TWILIO.serve("/v1/ContentAndApprovals", TemplatesTest::list);
    }

    @Autowired
    private CompactedCopies copies;

    private final TwilioAccount twilio = new TwilioAccount(TWILIO);
    private final List<String> contents = new CopyOnWriteArrayList<>();
    private final Map<String, TemplateListed> told = new ConcurrentHashMap<>();

    @BeforeEach
    void an_account_has_templates() {
        copies.follow(Topic.TEMPLATES, (key, envelope) -> {
            if (envelope == null) {
                told.remove(key);
            } else if (envelope.data() instanceof TemplateListed template) {
                told.put(key, template);
            }
        });
        CONTENTS.put(twilio.sid(), contents);
        contents.addAll(List.of(
                content(
                        "HX01",
                        "rappel",
                        "Bonjour {{1}}, rendez-vous le {{2}}.",
                        "{\"1\":\"Marie\",\"2\":\"lundi\"}",
                        """
                        {"name":"rappel_rdv","category":"UTILITY","status":"approved","content_type":"twilio/text"}"""),
                content("HX02", "devis", "Votre devis : {{prix}}", "{\"prix\":\"100\",\"lien\":\"x\"}", """
                        {"name":"devis","category":"MARKETING","status":"received"}"""),
                content("HX03", "brouillon", "Merci", "{}", "{\"status\":\"unsubmitted\"}"),
                """
                {"sid":"HX04","friendly_name":"code","language":"fr","variables":{},
                 "types":{"whatsapp/authentication":{"code_expiration_minutes":5}},"approval_requests":{}}"""));
        twilio.isSaved(events, secrets);
        eventually().until(() -> mine().size() == 3);
    }

    @Test
    void an_accounts_templates_are_told_page_by_page() {
        assertThat(told.get(key("HX01")))
                .isEqualTo(new TemplateListed(
                        twilio.channel,
                        "HX01",
                        "rappel_rdv",
                        "fr",
                        "Bonjour {{1}}, rendez-vous le {{2}}.",
                        List.of("1", "2"),
                        "utility",
                        Approval.APPROVED));
        assertThat(told.get(key("HX02"))).isNotNull().satisfies(it -> {
            assertThat(it.variables()).containsExactly("prix", "lien");
            assertThat(it.approval()).isEqualTo(Approval.PENDING);
            assertThat(it.category()).isEqualTo("marketing");
        });
        assertThat(told.get(key("HX03"))).isNotNull().satisfies(it -> {
            assertThat(it.name()).isEqualTo("brouillon");
            assertThat(it.approval()).isEqualTo(Approval.UNSUBMITTED);
            assertThat(it.category()).isNull();
        });
    }

    @Test
    void only_what_changed_is_told_again_and_what_is_gone_is_taken_back() {
        contents.set(1, content("HX02", "devis", "Votre devis : {{prix}}", "{}", """
                {"name":"devis","category":"MARKETING","status":"approved"}"""));
        contents.removeIf(it -> it.contains("HX03"));

        publish(new ListTemplates(twilio.channel));

        eventually().until(() -> !told.containsKey(key("HX03")));
        eventually()
                .untilAsserted(() -> assertThat(told.get(key("HX02")))
                        .isNotNull()
                        .satisfies(it -> assertThat(it.approval()).isEqualTo(Approval.APPROVED)));
        assertThat(events.seen(Topic.TEMPLATES, TemplateListed.class).stream()
                        .filter(it -> it.channel().equals(twilio.channel)
                                && it.contentSid().equals("HX01")))
                .hasSize(1);
    }

    @Test
    void asked_again_without_a_change_nothing_is_told() {
        var seen = LISTED.get();

        publish(new ListTemplates(twilio.channel));

        eventually().until(() -> LISTED.get() > seen);
        assertThat(events.seen(Topic.TEMPLATES, TemplateListed.class).stream()
                        .filter(it -> it.channel().equals(twilio.channel)))
                .hasSize(3);
    }

    private Map<String, TemplateListed> mine() {
        return told.entrySet().stream()
                .filter(it -> it.getKey().startsWith(twilio.channel.toString()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String key(String contentSid) {
        return twilio.channel + ":" + contentSid;
    }

    private void publish(ListTemplates request) {
        events.publish(
                Topic.CHANNEL_REQUESTS,
                new Envelope(
                        Ids.next(),
                        URI.create("/conversation-service"),
                        Instant.now(),
                        twilio.channel.toString(),
                        twilio.tenant,
                        null,
                        request));
    }

    private static String content(String sid, String name, String body, String variables, String approval) {
        return """
                {"sid":"%s","friendly_name":"%s","language":"fr","variables":%s,
                 "types":{"twilio/quick-reply":{"body":"autre"},"twilio/text":{"body":"%s"}},
                 "approval_requests":%s}""".formatted(sid, name, variables, body, approval);
    }

    /// Two to a page, with the addresses of a simulator, to which no credentials may go by themselves.
    private static void list(HttpExchange exchange) throws IOException {
        LISTED.incrementAndGet();
        var user = new String(
                        Base64.getDecoder()
                                .decode(String.valueOf(
                                                exchange.getRequestHeaders().getFirst("Authorization"))
                                        .substring("Basic ".length())),
                        UTF_8)
                .split(":", 2)[0];
        var all = CONTENTS.getOrDefault(user, List.of());
        var query = String.valueOf(exchange.getRequestURI().getRawQuery());
        var page = query.contains("Page=1") ? 1 : 0;
        var shown = all.stream().skip(page * 2L).limit(2).collect(Collectors.joining(","));
        var next = all.size() > page * 2 + 2
                ? "\"http://elsewhere.example:8090/v1/ContentAndApprovals?PageSize=2&Page=%d\"".formatted(page + 1)
                : "null";
        var json = """
                {"contents":[%s],"meta":{"page":%d,"page_size":2,"first_page_url":"x","previous_page_url":null,
                 "url":"x","next_page_url":%s,"key":"contents"}}""".formatted(shown, page, next).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
