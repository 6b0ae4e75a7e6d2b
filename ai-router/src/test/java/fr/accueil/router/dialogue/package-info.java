@NullMarked
package fr.accueil.router.dialogue;

import org.jspecify.annotations.NullMarked;
