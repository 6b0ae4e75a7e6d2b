package fr.accueil.notification.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Twilio's message API over real HTTP, which keeps what it took and can be told to go wrong.
public final class TwilioStub implements AutoCloseable {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private final HttpServer server;
    private final List<Posted> posted = new ArrayList<>();
    private final TakenMessages taken = new TakenMessages();
    private final List<String> typing = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private static final Behaviour LISTS = new Behaviour(true, null, 200, null, null);

    private final Map<String, Behaviour> listing = new ConcurrentHashMap<>();
    private final Deque<Behaviour> next = new ArrayDeque<>();
    private final Map<String, Behaviour> toward = new ConcurrentHashMap<>();
    private volatile @Nullable String acceptedToken;
    private volatile Function<String, Duration> latency = _ -> Duration.ZERO;
    private volatile Behaviour typingBehaviour = Behaviour.take();

    public TwilioStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /// What one call does: whether it is taken, what is waited for, and what is answered.
    ///
    /// @param status 0: the connection is closed without an answer
    public record Behaviour(
            boolean takes,
            @Nullable CountDownLatch until,
            int status,
            @Nullable Integer code,
            @Nullable String retryAfter) {

        public static Behaviour take() {
            return new Behaviour(true, null, 201, null, null);
        }

        public static Behaviour refuse(int status, int code) {
            return new Behaviour(false, null, status, code, null);
        }

        public static Behaviour askToWait(int status, int code, String retryAfter) {
            return new Behaviour(false, null, status, code, retryAfter);
        }

        public static Behaviour takeAndFail(int status) {
            return new Behaviour(true, null, status, 20_000 + status, null);
        }

        public static Behaviour takeAndClose() {
            return new Behaviour(true, null, 0, null, null);
        }

        public static Behaviour takeAndHold(CountDownLatch until) {
            return new Behaviour(true, until, 201, null, null);
        }

        public static Behaviour hold(CountDownLatch until) {
            return new Behaviour(false, until, 0, null, null);
        }
    }

    /// One call that was received.
    ///
    /// @param receivedAt when its request came in
    public record Posted(
            String sid,
            String account,
            String authorization,
            Map<String, String> form,
            String date,
            Instant receivedAt) {

        public String to() {
            return form.getOrDefault("To", "");
        }

        public String body() {
            return form.getOrDefault("Body", "");
        }

        public Map<String, String> callback() {
            return parse(URI.create(form.getOrDefault("StatusCallback", "")).getRawQuery());
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// Hands every request whose path begins like this to somebody else.
    public void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /// What the next calls do, one each; those after them are taken.
    public synchronized void will(Behaviour... behaviours) {
        next.addAll(Arrays.asList(behaviours));
    }

    /// What every call to one recipient does, until told otherwise.
    public void will(String recipient, Behaviour behaviour) {
        toward.put(recipient, behaviour);
    }

    /// What every look into the list of one recipient's messages does.
    public void listWill(String recipient, Behaviour behaviour) {
        listing.put(recipient, behaviour);
    }

    /// What every look into the list of what a sender sent does.
    public void listFromWill(String from, Behaviour behaviour) {
        listing.put("from " + from, behaviour);
    }

    public void typingWill(Behaviour behaviour) {
        typingBehaviour = behaviour;
    }

    /// How long a call to a recipient takes until it is taken, and as long again until it is answered.
    public void takes(Function<String, Duration> time) {
        latency = time;
    }

    /// When a call was taken; it must have been.
    public Instant takenAt(Posted call) {
        return taken.at(call);
    }

    /// The list does not show yet what this recipient got.
    public void hide(String recipient) {
        taken.hide(recipient);
    }

    public void show(String recipient) {
        taken.show(recipient);
    }

    /// How far a message came, of which nobody is called back.
    public void becomes(Posted call, String status, @Nullable Integer code) {
        taken.becomes(call, status, code);
    }

    /// Of all tokens, only this one is let in.
    public void accept(String token) {
        acceptedToken = token;
    }

    public synchronized List<Posted> posted() {
        return List.copyOf(posted);
    }

    public synchronized List<Posted> posted(String to) {
        return posted.stream().filter(it -> it.to().equals(to)).toList();
    }

    /// What reached the phone.
    public List<Posted> taken(String to) {
        return taken.of(to);
    }

    public synchronized List<String> typing() {
        return List.copyOf(typing);
    }

    /// How often the list of one recipient's messages was asked for.
    public synchronized long listed(String to) {
        return listed.stream().filter(to::equals).count();
    }

    /// How many pages of what a sender sent were asked for.
    public long listedFrom(String from) {
        return listed("from " + from);
    }

    /// As if the calls to this recipient had never come in.
    public void forget(String to) {
        taken.forget(to);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().getPath();
        var token = acceptedToken;
        if (token != null && !authorizationOf(exchange).endsWith(":" + token)) {
            answer(exchange, 401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
        } else if (path.endsWith("/Messages.json")) {
            if (exchange.getRequestMethod().equals("POST")) {
                post(exchange, parse(body));
            } else {
                list(exchange, parse(exchange.getRequestURI().getRawQuery()));
            }
        } else if (path.equals("/v2/Indicators/Typing.json")) {
            type(exchange, parse(body));
        } else {
            answer(exchange, 404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        }
    }

    private void post(HttpExchange exchange, Map<String, String> form) throws IOException {
        Posted call;
        Behaviour behaviour;
        synchronized (this) {
            call = toPosted(exchange, form);
            posted.add(call);
            var told = toward.get(call.to());
            var queued = told == null ? next.poll() : told;
            behaviour = queued == null ? Behaviour.take() : queued;
        }
        var time = latency.apply(call.to());
        pass(time);
        if (behaviour.takes()) {
            taken.add(call);
        }
        pass(time);
        act(exchange, behaviour, taken.json(call));
    }

    private void act(HttpExchange exchange, Behaviour behaviour, String success) throws IOException {
        if (behaviour.until() != null) {
            hold(behaviour.until());
        }
        if (behaviour.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", behaviour.retryAfter());
        }
        if (behaviour.status() == 0) {
            exchange.close();
        } else if (behaviour.status() < 300) {
            answer(exchange, behaviour.status(), success);
        } else {
            answer(
                    exchange,
                    behaviour.status(),
                    Objects.equals(behaviour.code(), 0)
                            ? "<html>"
                            : "{\"code\":%d,\"message\":\"no\",\"more_info\":\"\",\"status\":%d}"
                                    .formatted(behaviour.code(), behaviour.status()));
        }
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        var whose = query.getOrDefault("To", "from " + query.get("From"));
        synchronized (this) {
            listed.add(whose);
        }
        var path = exchange.getRequestURI().toString().replaceAll("&Page=\\d+", "");
        act(exchange, listing.getOrDefault(whose, LISTS), taken.page(path, query));
    }

    private void type(HttpExchange exchange, Map<String, String> form) throws IOException {
        synchronized (this) {
            typing.add(form.getOrDefault("messageId", "") + " " + form.getOrDefault("channel", ""));
        }
        act(exchange, typingBehaviour, "{\"success\":true}");
    }

    private Posted toPosted(HttpExchange exchange, Map<String, String> form) {
        return new Posted(
                "SM%032x".formatted(posted.size() + 1),
                exchange.getRequestURI().getPath().split("/")[3],
                authorizationOf(exchange),
                form,
                ZonedDateTime.now(ZoneOffset.UTC).format(RFC_2822),
                Instant.now());
    }

    private static String authorizationOf(HttpExchange exchange) {
        var authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return new String(
                Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
    }

    private static void pass(Duration time) {
        if (time.isPositive()) {
            LockSupport.parkNanos(time.toNanos());
        }
    }

    private static void hold(CountDownLatch until) {
        try {
            until.await(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Twilio-Request-Id", "RQ1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static Map<String, String> parse(@Nullable String form) {
        return Arrays.stream((form == null ? "" : form).split("&"))
                .filter(it -> it.contains("="))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> decode(it[0]), it -> decode(it[1]), (_, last) -> last));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
