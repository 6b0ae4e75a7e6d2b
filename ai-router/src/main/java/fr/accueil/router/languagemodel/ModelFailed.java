package fr.accueil.router.languagemodel;

import fr.accueil.router.understanding.Usage;
import org.jspecify.annotations.Nullable;

/// The model gave no reading. Expected now and then, so without a stack.
final class ModelFailed extends RuntimeException {

    private final Fallback reason;
    private final transient @Nullable Usage usage;

    ModelFailed(Fallback reason, String message) {
        this(reason, message, null, null);
    }

    ModelFailed(Fallback reason, String message, @Nullable Throwable cause, @Nullable Usage usage) {
        super(message, cause, false, false);
        this.reason = reason;
        this.usage = usage;
    }

    Fallback reason() {
        return reason;
    }

    /// What was paid all the same; null when it is nothing or not known.
    @Nullable
    Usage usage() {
        return usage;
    }
}
