/// A service without a purpose, on which the platform's promises are tried.
@NullMarked
package fr.accueil.platform.trial;

import org.jspecify.annotations.NullMarked;
