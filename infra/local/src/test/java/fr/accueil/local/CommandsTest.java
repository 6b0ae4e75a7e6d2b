package fr.accueil.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands beside the launcher, as a shell runs them, in front of a service that writes down what it is asked.
class CommandsTest {

    private static final Path COMMANDS = Path.of("").toAbsolutePath();
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private record Asked(String method, String path, String signature, String body) {}

    private record Said(int exit, String text) {}

    @TempDir
    Path home;

    HttpServer service;
    List<Asked> asked;

    @BeforeEach
    void open() throws IOException {
        asked = new CopyOnWriteArrayList<>();
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            try (exchange) {
                asked.add(new Asked(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        String.valueOf(exchange.getRequestHeaders().getFirst("X-Twilio-Signature")),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                exchange.getResponseHeaders().set("Accueil-Conversation", "c-1");
                exchange.getResponseHeaders().set("Accueil-Tenant", "t-1");
                var answer = "{\"offset\":\"PT0S\"}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        service.start();
        Files.writeString(home.resolve("stack.json"), stack());
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    @Test
    void send_posts_what_twilio_would_and_prints_where_it_went() throws Exception {
        var said = run("send", "Marie", "Ça marche ? L'été à l'Île-d'Yeu & co + 5 % 🌿");

        assertThat(said).isEqualTo(new Said(0, "HTTP 200\nconversation c-1\ntenant t-1\n"));
        var webhook = asked.getFirst();
        assertThat(webhook.path()).isEqualTo("/api/webhooks/twilio");
        var form = form(webhook.body());
        assertThat(form)
                .containsEntry("Body", "Ça marche ? L'été à l'Île-d'Yeu & co + 5 % 🌿")
                .containsEntry("From", "whatsapp:+33639980012")
                .containsEntry("To", "whatsapp:+33199000042")
                .containsEntry("WaId", "33639980012")
                .containsEntry("ProfileName", "Marie Lefèvre")
                .containsEntry("ExternalUserId", "whatsapp:FR.4081726354091827");
        assertThat(form.get("MessageSid")).matches("SM[0-9a-f]{32}");
        assertThat(webhook.signature()).isEqualTo(signature("https://demo.example/api/webhooks/twilio", form));
    }

    @Test
    void send_knows_who_has_no_name_and_which_business_is_meant() throws Exception {
        run("send", "+33612345678", "Bonjour", "--to", "martin");

        assertThat(form(asked.getFirst().body()))
                .containsEntry("From", "whatsapp:+33612345678")
                .containsEntry("To", "whatsapp:+33199000043")
                .doesNotContainKey("ExternalUserId");
    }

    @Test
    void send_says_what_it_does_not_understand() throws Exception {
        assertThat(run("send", "somebody", "Bonjour").text()).contains("no demo customer has that name");
        assertThat(run("send", "Marie", "Bonjour", "--to", "nobody").text())
                .contains("There are: Institut Camélia, Plomberie Martin.");
        assertThat(asked).isEmpty();
    }

    @Test
    void clock_moves_every_service_that_has_one() throws Exception {
        assertThat(run("clock", "+1d1h").exit()).isZero();
        assertThat(run("clock", "-30m").exit()).isZero();
        assertThat(run("clock", "reset").exit()).isZero();
        run("clock", "show");

        assertThat(asked.stream().map(it -> it.method() + " " + it.path() + " " + it.body()))
                .containsExactly(
                        "POST /internal/clock {\"offset\":\"PT90000S\"}",
                        "POST /internal/clock {\"offset\":\"PT-1800S\"}",
                        "POST /internal/clock {\"offset\":\"PT0S\"}",
                        "GET /internal/clock ");
        assertThat(run("clock", "tomorrow").exit()).isOne();
    }

    @Test
    void without_a_stack_each_says_how_to_start_one() throws Exception {
        Files.delete(home.resolve("stack.json"));

        for (var command :
                List.of("send Marie Bonjour", "clock show", "token sophie@camelia.example", "scale ai-router 2")) {
            var said = run(command.split(" "));
            assertThat(said.exit()).as(command).isOne();
            assertThat(said.text()).as(command).contains("make run");
        }
    }

    private Said run(String... command) throws IOException, InterruptedException {
        var whole = Arrays.copyOf(command, command.length);
        whole[0] = COMMANDS.resolve(command[0]).toString();
        var builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().put("ACCUEIL_HOME", home.toString());
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private String stack() {
        var url = "http://localhost:" + service.getAddress().getPort();
        return """
                {"publicUrl": "https://demo.example", "webhookUrl": "%1$s",
                 "processes": [{"name": "ai-router", "pid": 1, "url": "%1$s", "log": ""},
                               {"name": "kafka", "pid": 2, "url": "kafka://localhost:1", "log": ""}],
                 "tenants": [
                   {"name": "Institut Camélia", "users": [],
                    "channel": {"address": "whatsapp:+33199000042", "accountSid": "AC1", "authToken": "%2$s"}},
                   {"name": "Plomberie Martin", "users": [],
                    "channel": {"address": "whatsapp:+33199000043", "accountSid": "AC2", "authToken": "%2$s"}}]}
                """.formatted(url, TOKEN);
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(
                        it -> it[0],
                        it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static String signature(String address, Map<String, String> form) throws Exception {
        var text = new StringBuilder(address);
        form.forEach((name, value) -> text.append(name).append(value));
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
