package fr.accueil.agenda;

import java.util.List;
import java.util.Optional;

/// What is free around a time that was refused.
///
/// @param before the last free ones before it, the nearest first
/// @param after the next free ones after it, the nearest first
/// @param withSomeoneElse at the very time asked, when only the practitioner wanted stands in the way
public record Nearest(List<Slot> before, List<Slot> after, Optional<Slot> withSomeoneElse) {

    public Nearest {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static Nearest none() {
        return new Nearest(List.of(), List.of(), Optional.empty());
    }
}
