package fr.accueil.language.intent;

/// A matter that a person decides, never the assistant.
public enum Sensitive {
    NONE,
    /// Pregnancy, illness, allergy, an injury.
    HEALTH,
    /// Courts, lawyers, rights, insurance claims.
    LAW,
    /// Money back, a gesture, a refused payment.
    REFUND
}
