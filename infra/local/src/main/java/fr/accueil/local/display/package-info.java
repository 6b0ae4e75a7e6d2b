/// What is shown while the stack starts.
@NullMarked
package fr.accueil.local.display;

import org.jspecify.annotations.NullMarked;
