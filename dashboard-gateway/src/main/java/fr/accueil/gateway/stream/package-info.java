/// The live feed: `conversation.changes` read without a group, kept for a while, and fanned out to browsers.
@NullMarked
package fr.accueil.gateway.stream;

import org.jspecify.annotations.NullMarked;
