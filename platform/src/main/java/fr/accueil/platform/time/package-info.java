/// The clock that everything takes, adjustable in the local profile alone.
@NullMarked
package fr.accueil.platform.time;

import org.jspecify.annotations.NullMarked;
