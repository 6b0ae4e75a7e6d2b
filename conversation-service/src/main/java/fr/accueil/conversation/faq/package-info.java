/// What the business has said about itself, for the assistant to answer from.
@NullMarked
package fr.accueil.conversation.faq;

import org.jspecify.annotations.NullMarked;
