package fr.accueil.conversation.problem;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// RFC 9457, as described to who reads the API; written by Spring's own `ProblemDetail`.
///
/// @param title in French, for people
/// @param errors which fields are wrong and why; left out when it is not about fields
public record Problem(
        @Nullable String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable List<FieldError> errors) {

    /// @param field as the request names it, for example `week[2].periods[0].from`
    /// @param message in French, a sentence
    @Schema(name = "FieldError")
    public record FieldError(String field, String message) {}
}
