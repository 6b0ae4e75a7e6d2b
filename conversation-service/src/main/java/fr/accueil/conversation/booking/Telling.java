package fr.accueil.conversation.booking;

/// Whether a customer is told of what the team did with their booking.
sealed interface Telling {

    record Told() implements Telling {}

    record Untold(NotTold why) implements Telling {}
}
