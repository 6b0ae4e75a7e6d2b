@NullMarked
package fr.accueil.local.control;

import org.jspecify.annotations.NullMarked;
