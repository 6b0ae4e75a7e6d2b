/// The one place that writes to Kafka.
@NullMarked
package fr.accueil.ingest.publishing;

import org.jspecify.annotations.NullMarked;
