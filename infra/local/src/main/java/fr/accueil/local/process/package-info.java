/// Processes that are started, watched, started again when they die, and stopped in order.
@NullMarked
package fr.accueil.local.process;

import org.jspecify.annotations.NullMarked;
