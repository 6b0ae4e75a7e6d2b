/// Who is in a team and as what, as its owners change it.
@NullMarked
package fr.accueil.conversation.membership;

import org.jspecify.annotations.NullMarked;
