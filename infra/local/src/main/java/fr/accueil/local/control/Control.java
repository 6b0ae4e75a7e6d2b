package fr.accueil.local.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The door by which `infra/local/scale` speaks with the running launcher: HTTP on the loopback interface, opened by a
/// token
/// that stands in a file for the owner's eyes alone.
public final class Control implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /// What can be asked of a running launcher.
    public interface Requests {

        /// @return a sentence that says what was done
        /// @throws IllegalArgumentException with a sentence that says why not
        String scale(String name, int instances);
    }

    private final HttpServer server;
    private final Path file;
    private final String token;

    private Control(HttpServer server, Path file, String token) {
        this.server = server;
        this.file = file;
        this.token = token;
    }

    /// @param file where address and token are written for the commands to read
    public static Control open(Path file, Requests requests) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var control = new Control(HttpServer.create(address, 0), file, newToken());
            control.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            control.server.createContext("/scale", exchange -> control.answer(exchange, requests));
            control.server.start();
            control.leaveKey();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the control door", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private void leaveKey() throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        Files.write(file, JSON.writeValueAsBytes(Map.of("url", url, "token", token)));
    }

    private void answer(HttpExchange exchange, Requests requests) throws IOException {
        try (exchange) {
            if (!"POST".equals(exchange.getRequestMethod()) || !isAllowed(exchange)) {
                say(exchange, 403, "Only infra/local/scale may ask this.");
                return;
            }
            var query = parameters(exchange.getRequestURI().getQuery());
            try {
                var instances = Integer.parseInt(query.getOrDefault("instances", "1"));
                say(exchange, 200, requests.scale(query.getOrDefault("name", ""), instances));
            } catch (IllegalArgumentException e) {
                say(exchange, 400, String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                say(exchange, 500, String.valueOf(e.getMessage()));
            }
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        var given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
        var bytes = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(String.valueOf(query).split("&"))
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2)
                .collect(Collectors.toMap(it -> it[0], it -> it[1], (first, _) -> first));
    }

    private static String newToken() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
