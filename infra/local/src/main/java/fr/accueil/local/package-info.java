/// The launcher of the one-command stack: what there is to run, in which order, and what a newcomer is told.
@NullMarked
package fr.accueil.local;

import org.jspecify.annotations.NullMarked;
