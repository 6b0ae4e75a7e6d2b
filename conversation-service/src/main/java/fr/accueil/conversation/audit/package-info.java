/// Who changed what in a workspace. Nothing in it is ever changed.
@NullMarked
package fr.accueil.conversation.audit;

import org.jspecify.annotations.NullMarked;
