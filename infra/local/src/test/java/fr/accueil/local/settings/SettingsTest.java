package fr.accueil.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path root;

    @Test
    void an_env_file_is_read_as_a_shell_would() {
        var values = DotEnv.parse("""
                # a comment
                export AI_ENGINE=mistral
                ACCUEIL_PUBLIC_URL="https://demo.example" # the tunnel
                TWILIO_API_URL=
                AI_API_KEY='a#b c'
                AI_MODEL=small # quick
                not a setting
                """);

        assertThat(values)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "AI_ENGINE", "mistral",
                        "ACCUEIL_PUBLIC_URL", "https://demo.example",
                        "TWILIO_API_URL", "",
                        "AI_API_KEY", "a#b c",
                        "AI_MODEL", "small"));
    }

    @Test
    void the_environment_wins_over_the_env_file() throws IOException {
        Files.writeString(root.resolve(".env"), "AI_ENGINE=mistral\nAI_MODEL=small\n");

        var variables = Variables.of(root, Map.of("AI_ENGINE", "local"));

        assertThat(variables.get("AI_ENGINE")).contains("local");
        assertThat(variables.get("AI_MODEL")).contains("small");
    }

    @Test
    void a_variable_that_is_set_to_nothing_is_a_choice() {
        var variables = new Variables(Map.of("TWILIO_API_URL", ""));

        assertThat(variables.get("TWILIO_API_URL")).contains("");
        assertThat(variables.get("OIDC_ISSUER")).isEmpty();
    }

    @Test
    void an_offset_shifts_every_port_and_address() {
        var home = addresses(Map.of());
        var shifted = addresses(Map.of("ACCUEIL_PORT_OFFSET", "300"));

        assertThat(ports(home)).containsExactly(8080, 8081, 8082, 8083, 8084, 8090, 9000, 15432, 19092, 19093);
        assertThat(ports(shifted))
                .containsExactlyElementsOf(
                        ports(home).stream().map(it -> it + 300).toList());
        assertThat(shifted.publicUrl()).isEqualTo("http://localhost:8380");
        assertThat(shifted.postgresUrl()).isEqualTo("postgresql://localhost:15732/accueil");
        assertThat(shifted.bootstrap()).isEqualTo("localhost:19392");
    }

    @Test
    void a_public_address_stays_what_it_was_set_to() {
        var addresses = addresses(Map.of("ACCUEIL_PUBLIC_URL", "https://demo.example/", "ACCUEIL_PORT_OFFSET", "5"));

        assertThat(addresses.publicUrl()).isEqualTo("https://demo.example");
    }

    @Test
    void a_wrong_offset_is_said_in_a_sentence() {
        assertThatThrownBy(() -> addresses(Map.of("ACCUEIL_PORT_OFFSET", "many")))
                .hasMessage("ACCUEIL_PORT_OFFSET must be a whole number, but is \"many\".");
        assertThatThrownBy(() -> addresses(Map.of("ACCUEIL_PORT_OFFSET", "-1"))).hasMessageContaining("between 0");
    }

    private static Addresses addresses(Map<String, String> values) {
        return Addresses.of(new Variables(values));
    }

    private static List<Integer> ports(Addresses it) {
        return Stream.of(
                        it.gateway(),
                        it.ingest(),
                        it.router(),
                        it.conversation(),
                        it.notification(),
                        it.simulator(),
                        it.signIn(),
                        it.postgres(),
                        it.kafka(),
                        it.kafkaController())
                .toList();
    }

    @Test
    void data_lie_in_the_home_of_the_stack_unless_a_variable_names_another_disk() {
        var variables = new Variables(Map.of("ACCUEIL_KAFKA_FOLDER", "elsewhere/small"));

        var home = Home.of(root, variables);

        assertThat(home.disk(variables, "ACCUEIL_KAFKA_FOLDER")).isEqualTo(root.resolve("elsewhere/small"));
        assertThat(home.disk(variables, "ACCUEIL_POSTGRES_FOLDER")).isEqualTo(root.resolve(".local"));
    }
}
