/// What the other services ask of this one.
@NullMarked
package fr.accueil.notification.outbound;

import org.jspecify.annotations.NullMarked;
