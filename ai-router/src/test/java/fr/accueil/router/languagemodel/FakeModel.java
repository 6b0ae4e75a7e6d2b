package fr.accueil.router.languagemodel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Stands in for a language model, over real HTTP in OpenAI's and Anthropic's forms. Answers what it was told to, else
/// honestly: the FAQ that shares most words with the message. With nothing but the JDK, so that a benchmark can start
/// it:
///
///     java FakeModel.java --port 8099 --delay 2000 [--mood honest|lying|babbling|refusing|failing|hanging-up]
final class FakeModel implements AutoCloseable {

    private static final Pattern TEXT =
            Pattern.compile("\"(?:content|text)\"\\s*:\\s*\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Pattern FAQ = Pattern.compile("(?m)^\\[(F\\d+)] Q : (.*?) R : (.*)$");
    private static final Pattern MESSAGE = Pattern.compile("(?s)<message>(.*)</message>");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final int SAME_BEGINNING = 5;
    private static final int CHARACTERS_A_TOKEN = 4;

    private final HttpServer server;
    private final Queue<Reply> script = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile UnaryOperator<Reply> always = it -> it;

    /// @param cut the connection ends in the middle of the answer
    record Reply(int status, String body, boolean isContent, Duration after, boolean cut) {

        /// What the model says, in its provider's envelope.
        static Reply saying(String content) {
            return new Reply(200, content, true, Duration.ZERO, false);
        }

        static Reply status(int status) {
            return new Reply(status, "{\"error\":{\"message\":\"no\"}}", false, Duration.ZERO, false);
        }

        /// The whole body, envelope and all.
        static Reply raw(String body) {
            return new Reply(200, body, false, Duration.ZERO, false);
        }

        Reply after(Duration delay) {
            return new Reply(status, body, isContent, delay, cut);
        }

        Reply hangingUp() {
            return new Reply(status, body, isContent, after, true);
        }
    }

    private FakeModel(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    static FakeModel start() {
        return new FakeModel(0);
    }

    static void main(String[] arguments) throws InterruptedException {
        var options = new HashMap<String, String>();
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        var model = new FakeModel(Integer.parseInt(options.getOrDefault("--port", "8099")));
        var delay = Duration.ofMillis(Long.parseLong(options.getOrDefault("--delay", "0")));
        var mood = mood(options.getOrDefault("--mood", "honest"));
        model.always = honest -> mood.apply(honest).after(delay);
        IO.println("A model that is none listens at " + model.url());
        new CountDownLatch(1).await();
    }

    private static UnaryOperator<Reply> mood(String name) {
        return switch (name) {
            case "lying" ->
                _ -> Reply.saying(reading("faq", "\"F1\"", "C'est gratuit pour vous, promis, à 5 € seulement."));
            case "babbling" -> _ -> Reply.saying("Bien sûr ! Je suis là pour vous aider.");
            case "refusing" -> _ -> Reply.status(429);
            case "failing" -> _ -> Reply.status(500);
            case "hanging-up" -> Reply::hangingUp;
            default -> it -> it;
        };
    }

    String url() {
        return "http://localhost:%d/v1".formatted(server.getAddress().getPort());
    }

    /// From now on, instead of honest answers.
    void always(Reply reply) {
        always = _ -> reply;
    }

    /// From now on honest answers take this long.
    void slowedBy(Duration delay) {
        always = honest -> honest.after(delay);
    }

    /// The next answers, one each.
    synchronized void next(Reply... replies) {
        script.addAll(List.of(replies));
    }

    /// Their bodies, in order.
    List<String> requests() {
        return List.copyOf(requests);
    }

    /// What it answered, in order, without the envelope.
    List<String> said() {
        return List.copyOf(said);
    }

    /// What each request says of its turn.
    List<String> turns() {
        return requests.stream().map(FakeModel::turn).toList();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request);
        var reply = reply(request);
        said.add(reply.body());
        if (waited(reply.after())) {
            var isAnthropic = exchange.getRequestURI().getPath().endsWith("/messages");
            var body = reply.isContent() ? envelope(reply.body(), request, isAnthropic) : reply.body();
            send(exchange, reply, body.getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }

    /// @return false when it was closed meanwhile
    private boolean waited(Duration delay) {
        try {
            return delay.isZero() || !closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void send(HttpExchange exchange, Reply reply, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body, 0, reply.cut() ? body.length / 2 : body.length);
        exchange.getResponseBody().flush();
    }

    private synchronized Reply reply(String request) {
        var scripted = script.poll();
        return scripted == null ? always.apply(honest(turn(request))) : scripted;
    }

    private static Reply honest(String turn) {
        var asked = words(MESSAGE.matcher(turn)
                .results()
                .map(it -> it.group(1))
                .findFirst()
                .orElse(""));
        return FAQ.matcher(turn)
                .results()
                .map(it -> Map.entry(shared(asked, it.group(2) + " " + it.group(3)), it))
                .filter(it -> it.getKey() > 0)
                .max(Map.Entry.comparingByKey())
                .map(it -> Reply.saying(reading(
                        "faq", '"' + it.getValue().group(1) + '"', it.getValue().group(3))))
                .orElseGet(() -> Reply.saying(reading("other", "", "")));
    }

    /// What a model would say: this intent, these sources (quoted, separated by commas), these words.
    static String reading(String intent, String sources, String wording) {
        return """
                {"intent":"%s","confidence":0.9,"language":"fr","mood":"neutral","urgency":"none","sensitive":"none",\
                "sources":[%s],"wording":"%s","said":{"date":null,"time":null,"services":[],"practitioner":null,\
                "name":null,"need":null,"agreement":null}}""".formatted(intent, sources, escaped(wording));
    }

    private static long shared(Set<String> asked, String text) {
        return words(text).stream().filter(asked::contains).count();
    }

    private static Set<String> words(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        var words = new HashSet<String>();
        WORD.matcher(folded)
                .results()
                .map(it -> it.group()
                        .substring(0, Math.min(SAME_BEGINNING, it.group().length())))
                .forEach(words::add);
        words.removeAll(Set.of("vous", "votre", "clien", "avez", "est-c", "pour", "avec", "dans", "bonjo"));
        return words;
    }

    private static String envelope(String content, String request, boolean isAnthropic) {
        var input = request.length() / CHARACTERS_A_TOKEN;
        var output = content.length() / CHARACTERS_A_TOKEN;
        return isAnthropic
                ? """
                {"id":"msg_1","type":"message","role":"assistant","model":"fake","stop_reason":"end_turn",
                "content":[{"type":"text","text":"%s"}],"usage":{"input_tokens":%d,"output_tokens":%d}}""".formatted(escaped(content), input, output)
                : """
                {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"fake","choices":[{"index":0,
                "finish_reason":"stop","message":{"role":"assistant","content":"%s"}}],
                "usage":{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d}}""".formatted(escaped(content), input, output, input + output);
    }

    private static String turn(String request) {
        return TEXT.matcher(request)
                .results()
                .map(it -> unescaped(it.group(1)))
                .filter(it -> it.contains("</message>"))
                .findFirst()
                .orElse("");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character != '\\') {
                plain.append(character);
                continue;
            }
            i++;
            switch (text.charAt(i)) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
