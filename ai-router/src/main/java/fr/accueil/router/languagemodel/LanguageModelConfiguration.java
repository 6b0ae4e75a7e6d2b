package fr.accueil.router.languagemodel;

import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.router.agenda.Agendas;
import fr.accueil.router.understanding.MessageReader;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Puts the model behind the seam when one is configured; with AI_ENGINE=local nothing of this is built.
@Configuration(proxyBeanMethods = false)
@Conditional(WithLanguageModel.class)
class LanguageModelConfiguration {

    private static final String PROMPT = "prompts/read-message.1.fr.md";

    private static final int WAITING_CALLS = 1000;

    @Bean
    Budget budget(TenantTransaction transaction, DatabaseClient database, LanguageModelSettings settings) {
        return new BudgetTable(transaction, database, settings.budget());
    }

    /// Its own threads: a model that hangs must not hold what others block on.
    @Bean(destroyMethod = "dispose")
    Scheduler modelCalls(LanguageModelSettings settings) {
        return Schedulers.newBoundedElastic(settings.concurrency(), WAITING_CALLS, "language-model");
    }

    @Bean
    @Primary
    MessageReader localFirstReader(
            @Qualifier("localReader") MessageReader local,
            LanguageModelSettings settings,
            Budget budget,
            FaqRanking ranking,
            HouseAgenda agendas,
            @Qualifier("modelCalls") Scheduler calls,
            MeterRegistry registry,
            Clock clock) {
        var checked = settings.checked();
        var meters = new ModelMeters(registry, checked.chosen().label());
        var askModel = new AskModel(
                ChatModels.of(checked), budget, checked, breaker(checked, registry), calls, meters, rulesLength());
        return new LocalFirstReader(
                local,
                new SureAlone(checked.sure()),
                new WriteBriefing(ranking, agendas, checked.faqs(), checked.lines()),
                askModel,
                new Ground(checked.chosen().label()),
                checked.patience(),
                clock,
                meters);
    }

    @Bean
    HouseAgenda houseAgenda(Agendas agendas, Clock clock) {
        return tenant -> agendas.agenda(tenant, clock.instant());
    }

    @Bean
    FaqRanking faqRanking(EmbeddingSettings settings) {
        return settings.meant() ? EmbeddingRanking.of(settings.checked()) : new WordRanking();
    }

    static CircuitBreaker breaker(LanguageModelSettings settings, MeterRegistry registry) {
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .failureRateThreshold(settings.breaker().failureRate())
                .slidingWindowSize(settings.breaker().calls())
                .minimumNumberOfCalls(settings.breaker().calls())
                .permittedNumberOfCallsInHalfOpenState(2)
                .waitDurationInOpenState(settings.breaker().pause())
                .recordException(LanguageModelConfiguration::isOfTheEngine)
                .ignoreException(it -> !isOfTheEngine(it))
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
        return breakers.circuitBreaker("language-model");
    }

    private static boolean isOfTheEngine(Throwable thrown) {
        return thrown instanceof ModelFailed failed && failed.reason().isOfTheEngine();
    }

    static int rulesLength() {
        try {
            return new ClassPathResource(PROMPT)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .length();
        } catch (IOException e) {
            throw new UncheckedIOException("the prompt is not there", e);
        }
    }
}
