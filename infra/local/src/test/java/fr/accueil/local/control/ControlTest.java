package fr.accueil.local.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ControlTest {

    @TempDir
    Path folder;

    @Test
    void who_has_the_key_may_ask_and_hears_the_answer() throws Exception {
        try (var _ = open()) {
            var key = key();

            var response = post(
                    key.path("url").asString() + "/scale?name=ai-router&instances=2",
                    key.path("token").asString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("ai-router times 2\n");
        }
    }

    @Test
    void a_refusal_is_a_sentence() throws Exception {
        try (var _ = open()) {
            var key = key();

            var response = post(
                    key.path("url").asString() + "/scale?name=nobody&instances=2",
                    key.path("token").asString());

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).isEqualTo("There is no service nobody.\n");
        }
    }

    @Test
    void a_web_page_that_guesses_the_port_gets_nothing() throws Exception {
        try (var _ = open()) {
            assertThat(post(key().path("url").asString() + "/scale?name=ai-router&instances=9", "guess")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_key_is_for_its_owner_alone_and_goes_with_the_launcher() throws IOException {
        try (var _ = open()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
        assertThat(file()).doesNotExist();
    }

    private Control open() {
        return Control.open(file(), (name, instances) -> {
            if (name.equals("nobody")) {
                throw new IllegalArgumentException("There is no service nobody.");
            }
            return name + " times " + instances;
        });
    }

    private Path file() {
        return folder.resolve("control.json");
    }

    private JsonNode key() {
        return new JsonMapper().readTree(file());
    }

    private static HttpResponse<String> post(String address, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
