/// The public holidays of France, computed: which there are, where they are kept, on which of them a business is
/// closed.
@NullMarked
package fr.accueil.agenda.holiday;

import org.jspecify.annotations.NullMarked;
