package fr.accueil.notification.delivery;

/// What the others were told of a message while nothing could be tried, so that it is told once.
enum Notice {
    /// Twilio takes nothing from its sender for now.
    HELD,
    /// Those behind it go first.
    PASSED
}
