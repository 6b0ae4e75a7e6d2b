/// The local copy of what can be booked at each business, when, and what is taken there.
@NullMarked
package fr.accueil.router.agenda;

import org.jspecify.annotations.NullMarked;
