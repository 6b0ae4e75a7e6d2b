package fr.accueil.simulator.ledger;

/// Keeps a state that is made of the ledger's lines: told every line once and in order, the old ones before the first
/// new one.
public interface Fold {

    void apply(Line line);
}
