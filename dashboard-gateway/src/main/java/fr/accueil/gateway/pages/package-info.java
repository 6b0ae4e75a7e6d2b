/// The React app as files: caching, compression, and the headers that protect it.
@NullMarked
package fr.accueil.gateway.pages;

import org.jspecify.annotations.NullMarked;
