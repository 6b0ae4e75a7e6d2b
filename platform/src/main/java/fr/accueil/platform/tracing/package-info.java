/// A trace that survives a row in a table.
@NullMarked
package fr.accueil.platform.tracing;

import org.jspecify.annotations.NullMarked;
