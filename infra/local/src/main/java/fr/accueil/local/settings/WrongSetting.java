package fr.accueil.local.settings;

import org.jspecify.annotations.Nullable;

/// A sentence for the person who set it.
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongSetting(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
