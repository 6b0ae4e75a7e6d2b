@NullMarked
package fr.accueil.local.settings;

import org.jspecify.annotations.NullMarked;
