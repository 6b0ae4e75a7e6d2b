package fr.accueil.router.languagemodel;

import static dev.langchain4j.model.chat.Capability.RESPONSE_FORMAT_JSON_SCHEMA;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.util.Set;

/// The client for the engine that was chosen. Nobody tries again: there is no time for it, and the breaker must see it.
final class ChatModels {

    /// Whoever waits goes first; the client only makes sure that no thread waits for ever.
    private static final Duration LEEWAY = Duration.ofSeconds(1);

    /// For an address that wants no key the client still wants a word.
    private static final String NO_KEY = "none";

    private ChatModels() {}

    static ChatModel of(LanguageModelSettings settings) {
        return switch (settings.chosen()) {
            case LOCAL -> throw new IllegalStateException("the local engine has no client");
            case OPENAI ->
                openAi(settings).maxCompletionTokens(settings.outputTokens()).build();
            case MISTRAL, OLLAMA ->
                openAi(settings)
                        .maxTokens(settings.outputTokens())
                        .temperature(0.0)
                        .build();
            case ANTHROPIC -> anthropic(settings);
        };
    }

    /// The temperature is left to OpenAI's own: its newer models refuse another.
    private static OpenAiChatModel.OpenAiChatModelBuilder openAi(LanguageModelSettings settings) {
        return OpenAiChatModel.builder()
                .baseUrl(settings.address())
                .apiKey(settings.apiKey().isBlank() ? NO_KEY : settings.apiKey())
                .modelName(settings.model())
                .supportedCapabilities(capabilities(settings))
                .strictJsonSchema(true)
                .timeout(settings.patience().call().plus(LEEWAY))
                .maxRetries(0);
    }

    private static ChatModel anthropic(LanguageModelSettings settings) {
        return AnthropicChatModel.builder()
                .baseUrl(settings.address())
                .apiKey(settings.apiKey().isBlank() ? NO_KEY : settings.apiKey())
                .modelName(settings.model())
                .maxTokens(settings.outputTokens())
                .supportedCapabilities(capabilities(settings))
                .cacheSystemMessages(true)
                .timeout(settings.patience().call().plus(LEEWAY))
                .maxRetries(0)
                .build();
    }

    private static Set<Capability> capabilities(LanguageModelSettings settings) {
        return settings.jsonSchema() ? Set.of(RESPONSE_FORMAT_JSON_SCHEMA) : Set.of();
    }
}
