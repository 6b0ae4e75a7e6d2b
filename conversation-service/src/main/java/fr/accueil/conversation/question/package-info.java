/// What customers asked and no FAQ settled.
@NullMarked
package fr.accueil.conversation.question;

import org.jspecify.annotations.NullMarked;
