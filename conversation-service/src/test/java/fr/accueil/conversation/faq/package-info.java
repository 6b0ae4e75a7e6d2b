@NullMarked
package fr.accueil.conversation.faq;

import org.jspecify.annotations.NullMarked;
