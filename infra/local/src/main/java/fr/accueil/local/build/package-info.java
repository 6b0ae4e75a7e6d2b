/// Maven over the reactor, skipped when nothing changed.
@NullMarked
package fr.accueil.local.build;

import org.jspecify.annotations.NullMarked;
