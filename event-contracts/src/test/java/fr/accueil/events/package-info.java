@NullMarked
package fr.accueil.events;

import org.jspecify.annotations.NullMarked;
