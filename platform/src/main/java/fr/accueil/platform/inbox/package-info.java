/// Each event has its effect once.
@NullMarked
package fr.accueil.platform.inbox;

import org.jspecify.annotations.NullMarked;
