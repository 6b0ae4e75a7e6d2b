@NullMarked
package fr.accueil.platform.access;

import org.jspecify.annotations.NullMarked;
