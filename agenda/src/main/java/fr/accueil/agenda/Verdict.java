package fr.accueil.agenda;

/// Whether a visit is possible as asked.
public sealed interface Verdict {

    record Free(Slot slot) implements Verdict {}

    record Refused(Refusal why, Nearest nearest) implements Verdict {}
}
