@NullMarked
package fr.accueil.platform.objects;

import org.jspecify.annotations.NullMarked;
