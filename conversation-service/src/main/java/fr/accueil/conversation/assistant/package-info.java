/// What the assistant did, heard and handed to whom it concerns.
@NullMarked
package fr.accueil.conversation.assistant;

import org.jspecify.annotations.NullMarked;
