/// When a business is open, and if not, why: weekly periods, public holidays, and exceptions painted over them.
@NullMarked
package fr.accueil.agenda.hours;

import org.jspecify.annotations.NullMarked;
