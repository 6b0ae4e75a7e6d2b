package fr.accueil.router.understanding;

import org.jspecify.annotations.Nullable;

/// What a language model cost for one reading.
///
/// @param microEuros millionths of a euro; null when no price is configured
public record Usage(
        String model,
        int calls,
        int inputTokens,
        int outputTokens,
        @Nullable Long microEuros) {}
