/// Who works for a business and may see its conversations.
@NullMarked
package fr.accueil.conversation.team;

import org.jspecify.annotations.NullMarked;
