/// Who may join a team, by the e-mail address that they have confirmed.
@NullMarked
package fr.accueil.conversation.invitation;

import org.jspecify.annotations.NullMarked;
