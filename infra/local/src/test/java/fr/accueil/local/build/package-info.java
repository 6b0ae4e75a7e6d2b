@NullMarked
package fr.accueil.local.build;

import org.jspecify.annotations.NullMarked;
