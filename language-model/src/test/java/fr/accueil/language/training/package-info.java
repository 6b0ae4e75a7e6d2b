@NullMarked
package fr.accueil.language.training;

import org.jspecify.annotations.NullMarked;
