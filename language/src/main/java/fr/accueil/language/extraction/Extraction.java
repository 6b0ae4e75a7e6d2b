package fr.accueil.language.extraction;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was found in a customer's words, or that nothing usable was there.
public sealed interface Extraction<T> {

    record Found<T>(T value) implements Extraction<T> {}

    record Nothing<T>() implements Extraction<T> {}

    static <T> Extraction<T> of(@Nullable T value) {
        return value == null ? new Nothing<>() : new Found<>(value);
    }

    default Optional<T> asOptional() {
        return switch (this) {
            case Found<T> found -> Optional.of(found.value());
            case Nothing<T> nothing -> Optional.empty();
        };
    }

    default <R> Extraction<R> map(Function<T, @Nullable R> to) {
        return switch (this) {
            case Found<T> found -> of(to.apply(found.value()));
            case Nothing<T> nothing -> new Nothing<>();
        };
    }
}
