/// Time as such: stretches of it on the line of instants and on the wall clock, and how the one becomes the other.
@NullMarked
package fr.accueil.agenda.time;

import org.jspecify.annotations.NullMarked;
