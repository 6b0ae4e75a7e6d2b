@NullMarked
package fr.accueil.local;

import org.jspecify.annotations.NullMarked;
