package fr.accueil.simulator.ledger;

/// A picture, voice note or file that goes with a message: for one that a phone sent, `sid` names the bytes in our own
/// store; for one that a business sent, `url` says where it is.
public record Media(String sid, String contentType, String url) {}
