/// Who of the team looked at what of which customer, took it away, or erased it.
@NullMarked
package fr.accueil.conversation.register;

import org.jspecify.annotations.NullMarked;
