/// Dead letters: what one reader could not handle, for an operator to look at and to give back to that reader.
@NullMarked
package fr.accueil.local.letters;

import org.jspecify.annotations.NullMarked;
