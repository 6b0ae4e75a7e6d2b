@NullMarked
package fr.accueil.router.understanding;

import org.jspecify.annotations.NullMarked;
