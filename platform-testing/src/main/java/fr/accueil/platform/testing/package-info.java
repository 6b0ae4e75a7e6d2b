/// One fixture for all services' tests: real Kafka and PostgreSQL, started once per process.
@NullMarked
package fr.accueil.platform.testing;

import org.jspecify.annotations.NullMarked;
