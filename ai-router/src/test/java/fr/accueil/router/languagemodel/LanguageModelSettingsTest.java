package fr.accueil.router.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import fr.accueil.platform.Misconfigured;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.router.agenda.Agendas;
import fr.accueil.router.understanding.MessageReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Misconfigured: one sentence, and no start. With the local engine: nothing is built.
class LanguageModelSettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner().withUserConfiguration(Around.class);

    @Test
    void the_local_engine_builds_no_client_and_needs_nothing() {
        service.run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(MessageReader.class);
            assertThat(context).doesNotHaveBean(Budget.class).doesNotHaveBean("modelCalls");
        });
        service.withPropertyValues("accueil.assistant.language-model.engine= Local ")
                .run(context -> assertThat(context).hasSingleBean(MessageReader.class));
    }

    @Test
    void with_a_model_the_local_engine_is_asked_first() {
        service.withPropertyValues(
                        "accueil.assistant.language-model.engine=ollama", "accueil.assistant.language-model.model=m")
                .run(context -> assertThat(context.getBean(MessageReader.class)).isInstanceOf(LocalFirstReader.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gpt       | m | k |                | AI_ENGINE is "gpt"
            openai    |   | k |                | no model is named
            openai    | m |   |                | there is no key
            mistral   | m |   |                | there is no key
            anthropic | m |   |                | there is no key
            openai    | m | k | localhost:8099 | AI_BASE_URL is no http(s) address
            ollama    | m |   | not an address | AI_BASE_URL is no http(s) address
            """)
    void what_is_missing_is_said_in_one_sentence(String engine, String model, String key, String url, String sentence) {
        service.withPropertyValues(
                        "accueil.assistant.language-model.engine=" + engine,
                        "accueil.assistant.language-model.model=" + orNothing(model),
                        "accueil.assistant.language-model.api-key=" + orNothing(key),
                        "accueil.assistant.language-model.base-url=" + orNothing(url))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(Misconfigured.class)
                        .hasMessageContaining(sentence));
    }

    @Test
    void an_address_of_ones_own_needs_no_key() {
        var settings =
                Reception.bound(Map.of("engine", "openai", "model", "m", "base-url", "http://localhost:1234/v1"));

        assertThatCode(settings::checked).doesNotThrowAnyException();
    }

    @Test
    void the_key_stays_out_of_logs() {
        assertThat(Reception.bound(Map.of("engine", "openai", "model", "m", "api-key", "sk-secret")))
                .asString()
                .doesNotContain("sk-secret");
    }

    @Test
    void prices_are_euros_for_a_million_tokens() {
        var budget = new BudgetSettings(BigDecimal.TEN, 1, new BigDecimal("0.15"), new BigDecimal("0.60"));

        assertThat(budget.microEuros(1_000_000, 0)).isEqualTo(150_000);
        assertThat(budget.microEuros(1500, 120)).isEqualTo(297);
        assertThat(budget.microEuros(1, 0)).as("rounded up").isEqualTo(1);
        assertThat(budget.monthlyMicroEuros()).isEqualTo(10_000_000);
        assertThat(new BudgetSettings(BigDecimal.TEN, 1, null, null).microEuros(1, 1))
                .isNull();
    }

    @Test
    void half_an_embedding_is_a_mistake(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("model.onnx"), "x").toString();

        assertThatThrownBy(new EmbeddingSettings(file, "", "mean", "", "")::checked)
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("only in part");
        assertThatThrownBy(new EmbeddingSettings(file, file + "x", "mean", "", "")::checked)
                .hasMessageContaining("no such file");
        assertThatThrownBy(new EmbeddingSettings(file, file, "max", "", "")::checked)
                .hasMessageContaining("AI_EMBEDDING_POOLING");
        assertThatThrownBy(() -> EmbeddingRanking.of(new EmbeddingSettings(file, file, "mean", "", "")))
                .isInstanceOf(Misconfigured.class);
    }

    private static String orNothing(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Configuration
    @EnableConfigurationProperties({LanguageModelSettings.class, EmbeddingSettings.class})
    @Import(LanguageModelConfiguration.class)
    static class Around {

        @Bean
        MessageReader localReader() {
            return _ -> Mono.empty();
        }

        @Bean
        TenantTransaction tenantTransaction() {
            return mock();
        }

        @Bean
        DatabaseClient databaseClient() {
            return mock();
        }

        @Bean
        Agendas agendas() {
            return mock();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
