@NullMarked
package fr.accueil.router;

import org.jspecify.annotations.NullMarked;
