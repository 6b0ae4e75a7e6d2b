package fr.accueil.router.understanding;

import reactor.core.publisher.Mono;

/// Reads what a customer wrote. An engine may be slow, paid or away: who asks brings the patience, and an error is a
/// fault of the engine, never of the customer.
public interface MessageReader {
    Mono<Reading> read(Question question);
}
