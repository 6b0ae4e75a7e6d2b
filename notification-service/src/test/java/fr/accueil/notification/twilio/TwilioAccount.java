package fr.accueil.notification.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import fr.accueil.platform.secrets.Secrets;
import fr.accueil.platform.testing.Events;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One business's account at the stub of Twilio, with one channel: what customers sent to it, and the media that came
/// along.
public final class TwilioAccount {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final AtomicLong SIDS = new AtomicLong();

    private final int number = ACCOUNTS.incrementAndGet();
    private final String sid = "AC%032x".formatted(0xacc00000 + number);
    private final TwilioStub stub;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> media = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Integer> refusals = new ConcurrentLinkedDeque<>();
    private volatile boolean listsEverything;
    private volatile List<String> tokens = List.of("token-of-today");

    public final TenantId tenant = TenantId.of(Ids.next());
    public final ChannelId channel = ChannelId.of(Ids.next());
    public final String address = "whatsapp:+3319900%04d".formatted(number);

    public TwilioAccount(TwilioStub stub) {
        this.stub = stub;
        stub.serve("/2010-04-01/Accounts/" + sid + "/", this::handle);
        stub.serve("/cdn/" + sid + "/", this::answerMedium);
    }

    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /// A request as it came.
    public record Asked(String path, @Nullable String authorization) {

        /// The token in it, or null when it has no credentials.
        public @Nullable String token() {
            return authorization == null
                    ? null
                    : new String(Base64.getDecoder().decode(authorization.substring("Basic ".length())), UTF_8)
                            .split(":", 2)[1];
        }
    }

    /// A customer's message as Twilio keeps it.
    public record Sent(String sid, String from, String to, String direction, String body, int media, Instant at) {}

    public String sid() {
        return sid;
    }

    /// Tells the services of the channel.
    public TwilioAccount isSaved(Events events, Secrets secrets) {
        return isSaved(events, secrets, tokens);
    }

    /// With tokens of which Twilio may know another.
    public TwilioAccount isSaved(Events events, Secrets secrets, List<String> written) {
        var saved = new ChannelSaved(
                channel,
                tenant,
                address,
                sid,
                null,
                written.stream().map(it -> secrets.encrypt(it, tenant, channel)).toList());
        events.publish(
                Topic.CHANNELS,
                new Envelope(
                        Ids.next(),
                        URI.create("/conversation-service"),
                        Instant.now(),
                        channel.toString(),
                        tenant,
                        null,
                        saved));
        return this;
    }

    public void knowsOnly(String token) {
        tokens = List.of(token);
    }

    public Sent receives(String from, String body, Instant at) {
        return receives(from, address, "inbound", body, 0, at);
    }

    public Sent receives(String from, String to, String direction, String body, int numMedia, Instant at) {
        var message = new Sent(newSid(numMedia > 0 ? "MM" : "SM"), from, to, direction, body, numMedia, at);
        sent.add(message);
        return message;
    }

    /// The next requests for lists are refused with these statuses.
    public void refuses(Integer... statuses) {
        refusals.addAll(Arrays.asList(statuses));
    }

    /// Lists do not mind for which of the account's senders they were asked.
    public void listsEverything() {
        listsEverything = true;
    }

    /// What a medium's own address answers.
    public String medium(String messageSid, Answer answer) {
        var path = "/2010-04-01/Accounts/%s/Messages/%s/Media/%s".formatted(sid, messageSid, newSid("ME"));
        media.put(path, answer);
        return path;
    }

    /// What the storage answers at an address of this account.
    public String stored(String name, Answer answer) {
        var path = "/cdn/%s/%s".formatted(sid, name);
        media.put(path, answer);
        return path;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(it -> it.path().equals(path)).toList();
    }

    public static String newSid(String prefix) {
        return "%s%032x".formatted(prefix, SIDS.incrementAndGet());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = note(exchange);
        var path = request.path();
        if (!tokens.contains(request.token())) {
            send(exchange, 401, "application/json", "{\"code\":20003,\"status\":401}".getBytes(UTF_8));
        } else if (path.endsWith("/Messages.json")) {
            list(exchange);
        } else if (path.endsWith("/Media.json")) {
            listMedia(exchange, path.replace(".json", "/"));
        } else {
            answer(exchange, path);
        }
    }

    private void answerMedium(HttpExchange exchange) throws IOException {
        answer(exchange, note(exchange).path());
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        var answer = media.get(path);
        if (answer == null) {
            send(exchange, 404, "application/json", "{\"code\":20404,\"status\":404}".getBytes(UTF_8));
        } else {
            answer.to(exchange);
        }
    }

    private Asked note(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var request = new Asked(
                exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(request);
        return request;
    }

    /// The newest first, three to a page: short pages find more mistakes.
    private void list(HttpExchange exchange) throws IOException {
        var refusal = refusals.poll();
        if (refusal != null) {
            send(exchange, refusal, "application/json", "{\"code\":20500,\"status\":500}".getBytes(UTF_8));
            return;
        }
        var query = TwilioStub.parse(exchange.getRequestURI().getRawQuery());
        var from = Integer.parseInt(query.getOrDefault("Page", "0")) * 3;
        var since = Instant.parse(query.getOrDefault("DateSent>", "").replaceFirst("Z?$", "Z"));
        var found = sent.stream()
                .filter(it -> listsEverything || it.to().equals(query.get("To")))
                .filter(it -> !it.at().isBefore(since))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
        var path = "/2010-04-01/Accounts/%s/Messages.json?%s"
                .formatted(sid, exchange.getRequestURI().getRawQuery().replaceAll("&?Page=\\d+", ""));
        var next = found.size() > from + 3 ? "\"%s&Page=%d\"".formatted(path, from / 3 + 1) : "null";
        var messages = found.stream().skip(from).limit(3).map(this::json).collect(Collectors.joining(","));
        send(exchange, 200, "application/json", """
                {"messages":[%s],"page":%d,"page_size":3,"uri":"/x","first_page_uri":"/x","next_page_uri":%s,
                 "previous_page_uri":null,"start":0,"end":0}""".formatted(messages, from / 3, next)
                .getBytes(UTF_8));
    }

    private void listMedia(HttpExchange exchange, String prefix) throws IOException {
        var listed = media.keySet().stream()
                .filter(it -> it.startsWith(prefix))
                .sorted()
                .map(it -> """
                        {"sid":"x","content_type":"image/jpeg","uri":"%s.json"}""".formatted(it))
                .collect(Collectors.joining(","));
        send(exchange, 200, "application/json", """
                {"media_list":[%s],"page":0,"page_size":50,"uri":"/x","first_page_uri":"/x","next_page_uri":null,
                 "previous_page_uri":null,"start":0,"end":0}""".formatted(listed).getBytes(UTF_8));
    }

    private String json(Sent message) {
        return """
                {"account_sid":"%s","api_version":"2010-04-01","body":"%s","date_created":"%s","date_sent":"%s",
                 "date_updated":"%s","direction":"%s","error_code":null,"from":"%s","num_media":"%d",
                 "num_segments":"1","sid":"%s","status":"received","to":"%s"}""".formatted(
                        sid,
                        message.body(),
                        date(message.at()),
                        date(message.at()),
                        date(message.at()),
                        message.direction(),
                        message.from(),
                        message.media(),
                        message.sid(),
                        message.to());
    }

    private static String date(Instant at) {
        return RFC_2822.format(at.atZone(ZoneOffset.UTC));
    }

    public static Answer bytes(String type, byte[] content) {
        return exchange -> send(exchange, 200, type, content);
    }

    public static Answer status(int status) {
        return exchange -> send(exchange, status, "text/plain", new byte[0]);
    }

    public static Answer redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, 307, "text/plain", new byte[0]);
        };
    }

    static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
