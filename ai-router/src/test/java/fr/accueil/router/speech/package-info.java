@NullMarked
package fr.accueil.router.speech;

import org.jspecify.annotations.NullMarked;
