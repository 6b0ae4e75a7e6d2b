package fr.accueil.notification.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import fr.accueil.events.ChannelFact.AccountAccess;
import fr.accueil.events.ChannelFact.ChannelChecked;
import fr.accueil.events.ChannelFact.WhatsAppSender;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ChannelRequest.CheckChannel;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.platform.database.TenantTransaction;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Credentials are tried before anybody hears of the channel.
class ChecksTest extends ServiceTest {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final Map<String, Twilio> KNOWN = new ConcurrentHashMap<>();
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";

    static {
        TWILIO.serve("/v2/Channels/Senders", ChecksTest::answer);
        TWILIO.serve("/v1/Services/", ChecksTest::answer);
    }

    @Autowired
    private PendingChecks pending;

    @Autowired
    private TenantTransaction transaction;

    private final AtomicInteger revisions = new AtomicInteger();
    private final String account = "AC%032x".formatted(0xcec000 + ACCOUNTS.incrementAndGet());
    private final TenantId tenant = TenantId.of(Ids.next());
    private final ChannelId channel = ChannelId.of(Ids.next());

    /// What stands in for one account.
    private static final class Twilio {

        volatile String status = "active";
        volatile String senders = "";
        volatile @Nullable String service;
        volatile String serviceSenders = "";
        volatile int failure;
    }

    private final Twilio twilio = new Twilio();

    @BeforeEach
    void there_is_an_account() {
        KNOWN.put(account, twilio);
        TWILIO.serve("/2010-04-01/Accounts/" + account + ".json", ChecksTest::answer);
        twilio.senders = sender("whatsapp:+33199000042", "ONLINE", "https://accueil.example/hook#rp=5xx");
    }

    @Test
    void right_credentials_show_the_accounts_numbers_and_where_they_call() {
        var checked = check(TOKEN, null);

        assertThat(checked.access()).isEqualTo(AccountAccess.GRANTED);
        assertThat(checked.accountName()).isEqualTo("Institut");
        assertThat(checked.problem()).isNull();
        assertThat(checked.senders())
                .containsExactly(new WhatsAppSender(
                        "whatsapp:+33199000042",
                        "ONLINE",
                        "Institut Camélia",
                        "https://accueil.example/hook#rp=5xx",
                        "POST",
                        null));
    }

    @Test
    void a_wrong_token_is_refused_and_an_account_that_is_not_active_is_said_so() {
        assertThat(check("ffffffffffffffffffffffffffffffff", null).access()).isEqualTo(AccountAccess.REFUSED);

        twilio.status = "suspended";
        assertThat(check(TOKEN, null).access()).isEqualTo(AccountAccess.SUSPENDED);
    }

    @Test
    void what_twilio_cannot_answer_now_is_unknown_and_refuses_nothing() {
        twilio.failure = 503;

        var checked = check(TOKEN, null);

        assertThat(checked.access()).isEqualTo(AccountAccess.UNKNOWN);
        assertThat(checked.problem()).isEqualTo("Twilio ne répond pas pour le moment.");
    }

    @Test
    void of_a_messaging_service_only_its_numbers_count_with_the_address_that_it_calls() {
        twilio.senders += "," + sender("whatsapp:+33199000043", "ONLINE", "https://accueil.example/autre");
        twilio.serviceSenders = """
                {"account_sid":"%s","messaging_service_sid":"%s","sid":"XE1","sender":"whatsapp:+33199000043",
                 "sender_type":"WhatsApp","country_code":"FR","url":"x"}""".formatted(account, SERVICE);
        twilio.service = service(false, "https://accueil.example/service");

        assertThat(check(TOKEN, SERVICE).senders())
                .extracting(WhatsAppSender::address, WhatsAppSender::webhookUrl)
                .containsExactly(tuple("whatsapp:+33199000043", "https://accueil.example/service"));

        twilio.service = service(true, "https://accueil.example/service");
        assertThat(check(TOKEN, SERVICE).senders())
                .extracting(WhatsAppSender::webhookUrl)
                .containsExactly("https://accueil.example/autre");
    }

    @Test
    void a_messaging_service_that_the_account_has_not_is_named() {
        var checked = check(TOKEN, SERVICE);

        assertThat(checked.access()).isEqualTo(AccountAccess.GRANTED);
        assertThat(checked.problem()).contains(SERVICE);
    }

    @Test
    void no_token_stays_behind() {
        check(TOKEN, null);

        eventually()
                .until(() -> transaction
                        .in(tenant, pending.find(tenant, channel))
                        .blockOptional()
                        .isEmpty());
    }

    private ChannelChecked check(String token, @Nullable String messagingServiceSid) {
        var revision = revisions.incrementAndGet();
        events.publish(
                Topic.CHANNEL_REQUESTS,
                new Envelope(
                        Ids.next(),
                        URI.create("/conversation-service"),
                        Instant.now(),
                        channel.toString(),
                        tenant,
                        null,
                        new CheckChannel(
                                channel,
                                revision,
                                account,
                                secrets.encrypt(token, tenant, channel),
                                messagingServiceSid)));
        return (ChannelChecked) events.await(
                        Topic.CHANNEL_FACTS,
                        it -> it.data() instanceof ChannelChecked checked
                                && checked.channel().equals(channel)
                                && checked.revision() == revision)
                .data();
    }

    private static String sender(String address, String status, String webhook) {
        return """
                {"sid":"XE00000000000000000000000000000001","status":"%s","sender_id":"%s",
                 "webhook":{"callback_url":"%s","callback_method":"POST"},"profile":{"name":"Institut Camélia"},
                 "configuration":null,"properties":null,"offline_reasons":null,"compliance":null,"url":"x"}""".formatted(status, address, webhook);
    }

    private String service(boolean onNumber, String url) {
        return """
                {"sid":"%s","account_sid":"%s","friendly_name":"x","inbound_request_url":"%s","inbound_method":"POST",
                 "use_inbound_webhook_on_number":%s}""".formatted(SERVICE, account, url, onNumber);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var credentials = new String(
                        Base64.getDecoder()
                                .decode(String.valueOf(
                                                exchange.getRequestHeaders().getFirst("Authorization"))
                                        .substring("Basic ".length())),
                        UTF_8)
                .split(":", 2);
        var twilio = KNOWN.get(credentials[0]);
        var path = exchange.getRequestURI().getPath();
        if (twilio == null || !credentials[1].equals(TOKEN)) {
            respond(exchange, 401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
        } else if (twilio.failure != 0) {
            respond(exchange, twilio.failure, "{}");
        } else if (path.startsWith("/2010-04-01/")) {
            respond(exchange, 200, """
                    {"sid":"%s","friendly_name":"Institut","status":"%s","type":"Full"}""".formatted(credentials[0], twilio.status));
        } else if (path.startsWith("/v2/")) {
            respond(exchange, 200, page("senders", twilio.senders));
        } else if (twilio.service == null) {
            respond(exchange, 404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        } else {
            respond(
                    exchange,
                    200,
                    path.endsWith("/ChannelSenders") ? page("senders", twilio.serviceSenders) : twilio.service);
        }
    }

    private static String page(String key, String items) {
        return """
                {"%s":[%s],"meta":{"page":0,"page_size":50,"first_page_url":"x","previous_page_url":null,"url":"x",
                 "next_page_url":null,"key":"%s"}}""".formatted(key, items, key);
    }

    private static void respond(HttpExchange exchange, int status, @Nullable String body) throws IOException {
        var bytes = String.valueOf(body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
