/// The service as a whole, with real Kafka and PostgreSQL.
@NullMarked
package fr.accueil.conversation;

import org.jspecify.annotations.NullMarked;
