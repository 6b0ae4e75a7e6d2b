package fr.accueil.language.extraction;

import org.jspecify.annotations.Nullable;

/// An address as given, and the one probably meant when its domain looks misspelt.
public record EmailAddress(String address, @Nullable String suggestion) {

    @Override
    public String toString() {
        return address;
    }
}
