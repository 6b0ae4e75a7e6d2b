package fr.accueil.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.accueil.local.settings.Addresses;
import fr.accueil.local.settings.Home;
import fr.accueil.local.settings.Secrets;
import fr.accueil.local.settings.Variables;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTest {

    @TempDir
    Path root;

    @Test
    void there_are_five_services_the_simulator_and_sign_in() {
        assertThat(topology(Map.of()).services())
                .extracting(Service::name, Service::port)
                .containsExactlyInAnyOrder(
                        tuple("dashboard-gateway", 8080),
                        tuple("webhook-ingest", 8081),
                        tuple("ai-router", 8082),
                        tuple("conversation-service", 8083),
                        tuple("notification-service", 8084),
                        tuple("whatsapp-simulator", 8090),
                        tuple("sign-in", 9000));
    }

    @Test
    void a_service_is_told_where_everything_is() {
        var told = environment("conversation-service", Map.of("ACCUEIL_PORT_OFFSET", "10", "AI_ENGINE", "mistral"));

        assertThat(told)
                .containsEntry("SERVER_PORT", "8093")
                .containsEntry("SPRING_PROFILES_ACTIVE", "local")
                .containsEntry("ACCUEIL_PUBLIC_URL", "http://localhost:8090")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "localhost:19102")
                .containsEntry("POSTGRES_URL", "postgresql://localhost:15442/accueil")
                .containsEntry("POSTGRES_USER", "accueil")
                .containsEntry("OIDC_ISSUER", "http://localhost:9010")
                .containsEntry("TWILIO_API_URL", "http://localhost:8100")
                .containsEntry("AI_ENGINE", "mistral")
                .containsKey("ACCUEIL_SECRET_KEY");
    }

    @Test
    void who_has_no_database_is_not_given_its_password() {
        assertThat(environment("webhook-ingest", Map.of())).doesNotContainKey("POSTGRES_PASSWORD");
        assertThat(environment("dashboard-gateway", Map.of())).doesNotContainKey("POSTGRES_PASSWORD");
    }

    @Test
    void with_the_address_of_twilio_set_to_nothing_the_real_one_is_used() {
        assertThat(environment("notification-service", Map.of("TWILIO_API_URL", "")))
                .containsEntry("TWILIO_API_URL", "");
    }

    @Test
    void behind_a_public_address_the_dashboard_may_be_opened_at_both() {
        assertThat(environment("sign-in", Map.of("ACCUEIL_PUBLIC_URL", "https://demo.example")))
                .containsEntry("ACCUEIL_DASHBOARD_URLS", "https://demo.example,http://localhost:8080");
    }

    @Test
    void a_service_that_runs_in_an_editor_is_left_out() {
        assertThat(topology(Map.of("ACCUEIL_WITHOUT", "ai-router, sign-in")).services())
                .extracting(Service::name)
                .hasSize(5)
                .doesNotContain("ai-router", "sign-in");
    }

    @Test
    void a_second_instance_answers_elsewhere_and_has_its_own_log() {
        var topology = topology(Map.of());
        var service = topology.service("ai-router").orElseThrow();

        var second = topology.process(service, root.resolve("ai-router.jar"), 2, 8182);

        assertThat(second.name()).isEqualTo("ai-router");
        assertThat(second.label()).isEqualTo("ai-router-2");
        assertThat(second.url()).isEqualTo("http://localhost:8182");
        assertThat(second.environment()).containsEntry("SERVER_PORT", "8182");
        assertThat(second.log()).hasFileName("ai-router-2.log");
    }

    @Test
    void options_for_the_jvm_come_after_ours_and_so_count() {
        var topology = topology(Map.of("ACCUEIL_JAVA_OPTIONS", " -Xmx1g  -XX:TieredStopAtLevel=4 "));
        var service = topology.service("ai-router").orElseThrow();

        var command = topology.process(service, root.resolve("a.jar"), 1, 8082).command();

        assertThat(command).containsSubsequence("-Xmx256m", "-Xmx1g", "-XX:TieredStopAtLevel=4", "-jar");
    }

    private Map<String, String> environment(String name, Map<String, String> set) {
        var topology = topology(set);
        var service = topology.service(name).orElseThrow();
        return topology.process(service, root.resolve("a.jar"), 1, service.port())
                .environment();
    }

    private Topology topology(Map<String, String> set) {
        var variables = new Variables(new HashMap<>(set));
        return new Topology(
                Home.of(root, variables), Addresses.of(variables), new Secrets("key", "owner", "superuser"), variables);
    }
}
