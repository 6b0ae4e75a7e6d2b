/// Which tenant's channel an account and a number belong to, from the compacted topic.
@NullMarked
package fr.accueil.ingest.channel;

import org.jspecify.annotations.NullMarked;
