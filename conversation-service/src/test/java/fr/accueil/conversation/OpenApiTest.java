package fr.accueil.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The dashboard generates its types from the committed `openapi.json`. When the API changed on purpose, write it anew:
/// `mvn test -Dtest=OpenApiTest -Dopenapi.write=true`.
class OpenApiTest extends ServiceTest {

    private static final Path COMMITTED = Path.of("openapi.json");

    @Test
    void the_committed_description_is_what_the_service_says() throws IOException {
        var said = describe();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, said);
        }

        assertThat(said).isEqualTo(Files.readString(COMMITTED));
    }

    private String describe() {
        var body = http.get()
                .uri("/api/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return body.strip() + "\n";
    }
}
