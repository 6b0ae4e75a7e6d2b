/// What the assistant says: as types that tests and measures read, and put into words from the bundle. Pure.
@NullMarked
package fr.accueil.router.speech;

import org.jspecify.annotations.NullMarked;
