/// A business as far as its agenda goes: services, who does them and when they work, and the rules of booking.
@NullMarked
package fr.accueil.agenda.business;

import org.jspecify.annotations.NullMarked;
