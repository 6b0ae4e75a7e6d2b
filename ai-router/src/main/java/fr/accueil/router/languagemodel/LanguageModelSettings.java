package fr.accueil.router.languagemodel;

import fr.accueil.platform.Misconfigured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param engine who reads what the local engine is not sure of (AI_ENGINE)
/// @param model as its provider names it (AI_MODEL)
/// @param baseUrl where it is; empty: the provider's own address (AI_BASE_URL)
/// @param apiKey (AI_API_KEY)
/// @param jsonSchema whether it takes a JSON schema for its answer; else it is asked for JSON in words (AI_JSON_SCHEMA)
/// @param concurrency how many calls at once
/// @param outputTokens how long its answer may be
/// @param faqs how many FAQs it is shown, the nearest first
/// @param lines how many of the conversation's last lines it is shown
@Validated
@ConfigurationProperties("accueil.assistant.language-model")
record LanguageModelSettings(
        @DefaultValue("local") String engine,
        @DefaultValue("") String model,
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("true") boolean jsonSchema,
        @DefaultValue("32") @Min(1) int concurrency,
        @DefaultValue("500") @Min(50) int outputTokens,
        @DefaultValue("30") @Min(1) @Max(200) int faqs,
        @DefaultValue("10") @Min(0) @Max(20) int lines,
        @DefaultValue @Valid Sure sure,
        @DefaultValue @Valid Patience patience,
        @DefaultValue @Valid Breaker breaker,
        @DefaultValue @Valid BudgetSettings budget) {

    /// From where on the local engine answers alone; above 1 never.
    ///
    /// @param intent its confidence in the intent
    /// @param faq how well the least fitting of its FAQs fits
    record Sure(
            @DefaultValue("0.8") @DecimalMin("0") @DecimalMax("2")
            double intent,

            @DefaultValue("0.7") @DecimalMin("0") @DecimalMax("2")
            double faq) {}

    /// @param answer from the customer's message to Twilio, quiet time included
    /// @param afterwards what of it is kept for the way from the reading to Twilio
    /// @param call how long a call may take at most
    /// @param worthwhile less time than this is not worth a call
    record Patience(
            @DefaultValue("5s") @DurationMin(millis = 1) Duration answer,
            @DefaultValue("600ms") @DurationMin Duration afterwards,
            @DefaultValue("3500ms") @DurationMin(millis = 1) Duration call,
            @DefaultValue("700ms") @DurationMin Duration worthwhile) {}

    /// @param failureRate the share of failed calls, in percent, at which nobody calls any more
    /// @param calls over how many of the last calls it is reckoned, once there were that many
    /// @param pause until it is tried again
    record Breaker(
            @DefaultValue("50") @Min(1) @Max(100) int failureRate,
            @DefaultValue("10") @Min(2) int calls,
            @DefaultValue("30s") @DurationMin(millis = 1) Duration pause) {}

    /// @throws Misconfigured in one sentence, for who starts the service
    LanguageModelSettings checked() {
        var chosen = chosen();
        if (chosen == Engine.LOCAL) {
            return this;
        }
        if (model.isBlank()) {
            throw new Misconfigured(
                    "AI_ENGINE is %s, but no model is named.".formatted(chosen.label()),
                    "Set AI_MODEL as the provider names the model, or AI_ENGINE to local.");
        }
        if (apiKey.isBlank() && baseUrl.isBlank() && chosen.isKeyed()) {
            throw new Misconfigured(
                    "AI_ENGINE is %s, but there is no key for it.".formatted(chosen.label()),
                    "Set AI_API_KEY, or AI_BASE_URL to an address that needs none, or AI_ENGINE to local.");
        }
        if (!isAddress(address())) {
            throw new Misconfigured(
                    "AI_BASE_URL is no http(s) address.",
                    "Set it to something like http://localhost:11434/v1, or leave it empty for the provider's own.");
        }
        return this;
    }

    Engine chosen() {
        return Engine.named(engine)
                .orElseThrow(() -> new Misconfigured(
                        "AI_ENGINE is \"%s\", and there is no such engine.".formatted(engine),
                        "Set AI_ENGINE to local, openai, mistral, anthropic or ollama."));
    }

    String address() {
        return baseUrl.isBlank() ? chosen().address().orElse("") : baseUrl.strip();
    }

    private static boolean isAddress(String address) {
        try {
            var uri = URI.create(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// The key stays out of logs.
    @Override
    public String toString() {
        return "LanguageModelSettings[engine=%s, model=%s, address=%s]".formatted(engine, model, address());
    }
}
