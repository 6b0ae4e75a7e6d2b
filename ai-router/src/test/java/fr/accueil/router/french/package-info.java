@NullMarked
package fr.accueil.router.french;

import org.jspecify.annotations.NullMarked;
