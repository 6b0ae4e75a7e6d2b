/// What there is to tell a business about the way from Twilio to here: kept until Kafka has it.
@NullMarked
package fr.accueil.ingest.facts;

import org.jspecify.annotations.NullMarked;
