package fr.accueil.notification.errors;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// The table of `twilio-errors.yml`. Twilio warns that codes may change: nothing in Java names one.
///
/// @param otherwise for a code that the table does not have
@Validated
@ConfigurationProperties("accueil.errors")
public record ErrorTable(@Valid ErrorRule otherwise, Map<Integer, @Valid ErrorRule> codes) {

    public Optional<ErrorRule> find(@Nullable Integer code) {
        return Optional.ofNullable(code).map(codes::get);
    }

    /// The rule for a code as Twilio's callbacks carry it.
    public ErrorRule of(@Nullable String code) {
        return find(toNumber(code)).orElse(otherwise);
    }

    private static @Nullable Integer toNumber(@Nullable String code) {
        try {
            return code == null ? null : Integer.valueOf(code);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
