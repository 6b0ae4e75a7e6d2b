@NullMarked
package fr.accueil.language.intent;

import org.jspecify.annotations.NullMarked;
