@NullMarked
package fr.accueil.router.languagemodel;

import org.jspecify.annotations.NullMarked;
