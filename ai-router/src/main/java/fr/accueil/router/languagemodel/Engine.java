package fr.accueil.router.languagemodel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who reads what the local engine is not sure of (AI_ENGINE). Mistral and Ollama speak OpenAI's protocol at an address
/// of their own, as does any other that is named by AI_BASE_URL.
enum Engine {
    /// Nobody: no network, no cost.
    LOCAL(null, false),
    OPENAI("https://api.openai.com/v1", true),
    MISTRAL("https://api.mistral.ai/v1", true),
    ANTHROPIC("https://api.anthropic.com/v1", true),
    OLLAMA("http://localhost:11434/v1", false);

    private final @Nullable String address;
    private final boolean keyed;

    Engine(@Nullable String address, boolean keyed) {
        this.address = address;
        this.keyed = keyed;
    }

    static Optional<Engine> named(String name) {
        return Stream.of(values())
                .filter(it -> it.label().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// Where it is when nothing else is said; empty for the local one.
    Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /// Whether its own address wants a key.
    boolean isKeyed() {
        return keyed;
    }

    /// As settings, reasons and metrics name it.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
