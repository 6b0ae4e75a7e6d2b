@NullMarked
package fr.accueil.local.process;

import org.jspecify.annotations.NullMarked;
