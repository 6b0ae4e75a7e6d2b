@NullMarked
package fr.accueil.router.agenda;

import org.jspecify.annotations.NullMarked;
