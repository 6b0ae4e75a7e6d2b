/// Measures the assistant over a set of messages and dialogues: `make evaluate SET=… OUT=…`. What reads, decides and
/// speaks here are the service's own classes; only the agenda, the clock and the inbox are in memory.
@NullMarked
package fr.accueil.router.evaluation;

import org.jspecify.annotations.NullMarked;
