/// Which customer a WhatsApp user id is, so that a conversation outlives a hidden phone number.
@NullMarked
package fr.accueil.ingest.identity;

import org.jspecify.annotations.NullMarked;
