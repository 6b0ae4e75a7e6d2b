package fr.accueil.router.languagemodel;

import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.output.OutputParsingException;
import fr.accueil.events.TenantId;
import fr.accueil.router.understanding.Usage;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// One paid call: within the budget, the breaker and the time that is left. Whatever goes wrong is a [ModelFailed].
final class AskModel {

    private static final Logger log = LoggerFactory.getLogger(AskModel.class);

    /// A token is rarely less than this many characters; a reservation may be too high, never too low.
    private static final int CHARACTERS_A_TOKEN = 3;

    /// The answer does not wait longer than this for the books.
    private static final Duration BOOKKEEPING = Duration.ofMillis(500);

    private final ChatModel model;
    private final Budget budget;
    private final LanguageModelSettings settings;
    private final CircuitBreaker breaker;
    private final Scheduler calls;
    private final ModelMeters meters;
    private final int rulesLength;

    AskModel(
            ChatModel model,
            Budget budget,
            LanguageModelSettings settings,
            CircuitBreaker breaker,
            Scheduler calls,
            ModelMeters meters,
            int rulesLength) {
        this.model = model;
        this.budget = budget;
        this.settings = settings;
        this.breaker = breaker;
        this.calls = calls;
        this.meters = meters;
        this.rulesLength = rulesLength;
    }

    Mono<ModelAnswer> ask(TenantId tenant, YearMonth month, String turn, Duration patience) {
        return new Call(tenant, month, turn, patience).answer();
    }

    private final class Call {

        private final TenantId tenant;
        private final YearMonth month;
        private final String turn;
        private final Duration patience;
        private final long reserved;
        private final CountedModel counted = new CountedModel(model);
        private volatile boolean made;
        private volatile boolean abandoned;

        Call(TenantId tenant, YearMonth month, String turn, Duration patience) {
            this.tenant = tenant;
            this.month = month;
            this.turn = turn;
            this.patience = patience;
            this.reserved = cost((rulesLength + turn.length()) / CHARACTERS_A_TOKEN, settings.outputTokens());
        }

        Mono<ModelAnswer> answer() {
            return budget.reserve(tenant, month, reserved)
                    .flatMap(granted -> granted ? reply() : overBudget())
                    .timeout(patience)
                    .onErrorMap(this::toFailure)
                    .transformDeferred(CircuitBreakerOperator.of(breaker))
                    .onErrorMap(
                            CallNotPermittedException.class,
                            _ -> new ModelFailed(Fallback.PAUSED, "the model is left alone for a while"))
                    .flatMap(answer -> settle(answer.usage()).thenReturn(answer))
                    .onErrorResume(ModelFailed.class, failed -> settle(failed).then(Mono.error(failed)));
        }

        private Mono<ModelAnswer> reply() {
            return Mono.fromCallable(this::read).subscribeOn(calls).doOnCancel(() -> abandoned = true);
        }

        /// Whoever is not waited for any more is interrupted; that it then breaks is nobody's business.
        private @Nullable ModelAnswer read() {
            try {
                return called();
            } catch (RuntimeException e) {
                if (abandoned) {
                    return null;
                }
                throw e;
            }
        }

        private ModelAnswer called() {
            made = true;
            meters.called();
            var reply = AiServices.builder(ReadMessage.class)
                    .chatModel(counted)
                    .build()
                    .read(turn)
                    .content();
            if (reply == null) {
                throw new ModelFailed(Fallback.UNREADABLE, "the model said nothing", null, usage());
            }
            return new ModelAnswer(reply, Objects.requireNonNullElseGet(usage(), this::unknownUsage));
        }

        private static Mono<ModelAnswer> overBudget() {
            return Mono.error(new ModelFailed(Fallback.OVER_BUDGET, "the month's budget is used up"));
        }

        private Throwable toFailure(Throwable thrown) {
            return switch (thrown) {
                case ModelFailed failed -> failed;
                case TimeoutException _ -> failed(Fallback.SLOW, thrown);
                case dev.langchain4j.exception.TimeoutException _ -> failed(Fallback.SLOW, thrown);
                case OutputParsingException _ -> failed(Fallback.UNREADABLE, thrown);
                case UnresolvedModelServerException _ -> failed(Fallback.BROKEN, thrown);
                case RateLimitException _, NonRetriableException _ -> failed(Fallback.REFUSED, thrown);
                default ->
                    counted.spent().isPresent()
                            ? failed(Fallback.UNREADABLE, thrown)
                            : failed(made ? Fallback.BROKEN : Fallback.FAULT, thrown);
            };
        }

        private ModelFailed failed(Fallback reason, Throwable cause) {
            return new ModelFailed(reason, "the model gave no reading: " + reason.label(), cause, usage());
        }

        private @Nullable Usage usage() {
            return counted.spent().map(this::toUsage).orElse(null);
        }

        private Usage toUsage(TokenUsage spent) {
            var input = Objects.requireNonNullElse(spent.inputTokenCount(), 0);
            var output = Objects.requireNonNullElse(spent.outputTokenCount(), 0);
            return new Usage(
                    settings.model(), 1, input, output, settings.budget().microEuros(input, output));
        }

        /// Of a provider that does not say.
        private Usage unknownUsage() {
            return new Usage(settings.model(), 1, 0, 0, null);
        }

        private Mono<Void> settle(Usage usage) {
            meters.paid(usage);
            return settle(usage.inputTokens(), usage.outputTokens(), cost(usage.inputTokens(), usage.outputTokens()));
        }

        /// What did not answer in time may still be charged, so its reservation stays; what refused or broke is not.
        private Mono<Void> settle(ModelFailed failed) {
            var usage = failed.usage();
            if (usage != null) {
                return settle(usage);
            }
            return switch (failed.reason()) {
                case REFUSED, BROKEN -> settle(0, 0, 0);
                case SLOW, UNREADABLE, PAUSED, OVER_BUDGET, NO_TIME, FAULT -> Mono.empty();
            };
        }

        /// Where the books cannot be set right the reservation stands, which is too high and never too low.
        private Mono<Void> settle(long inputTokens, long outputTokens, long cost) {
            return budget.settle(tenant, month, inputTokens, outputTokens, cost - reserved)
                    .timeout(BOOKKEEPING)
                    .onErrorResume(Exception.class, failure -> {
                        log.warn("What a model call cost could not be recorded; its reservation stands", failure);
                        return Mono.empty();
                    });
        }

        private long cost(long inputTokens, long outputTokens) {
            return Objects.requireNonNullElse(settings.budget().microEuros(inputTokens, outputTokens), 0L);
        }
    }
}
