@NullMarked
package fr.accueil.conversation.tenant;

import org.jspecify.annotations.NullMarked;
