package fr.accueil.router.problem;

import org.jspecify.annotations.Nullable;

/// RFC 9457, as described to who reads the API; written by Spring's own `ProblemDetail`.
///
/// @param title in French, for people
public record Problem(
        @Nullable String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance) {}
