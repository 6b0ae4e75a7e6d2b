@NullMarked
package fr.accueil.router.knowledge;

import org.jspecify.annotations.NullMarked;
