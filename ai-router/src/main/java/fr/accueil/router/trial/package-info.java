/// What the assistant would say, asked by the people it speaks for: nothing of it is sent or kept.
@NullMarked
package fr.accueil.router.trial;

import org.jspecify.annotations.NullMarked;
