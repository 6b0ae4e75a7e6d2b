package fr.accueil.router.understanding;

/// A time said by another that was spoken of before.
public enum Relative {
    SAME_HOUR,
    SAME_DAY,
    /// "La veille alors".
    DAY_BEFORE,
    /// "Le lendemain".
    DAY_AFTER,
    /// "Plus tôt".
    EARLIER,
    /// "Plus tard".
    LATER
}
