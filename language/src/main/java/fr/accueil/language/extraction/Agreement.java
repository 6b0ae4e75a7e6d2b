package fr.accueil.language.extraction;

import java.util.Locale;

/// The answer to a yes-or-no question. An unclear one is no agreement: it is nothing.
public enum Agreement {
    YES,
    NO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
