/// The customer's dialogue with the assistant: what was heard and is owed an answer, who leads, and what is said.
@NullMarked
package fr.accueil.router.dialogue;

import org.jspecify.annotations.NullMarked;
