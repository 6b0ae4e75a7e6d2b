/// What customers write, and what is read from it.
@NullMarked
package fr.accueil.language.extraction;

import org.jspecify.annotations.NullMarked;
