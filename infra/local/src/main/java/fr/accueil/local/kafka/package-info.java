/// The broker, and the topics made from the table in `event-contracts`.
@NullMarked
package fr.accueil.local.kafka;

import org.jspecify.annotations.NullMarked;
