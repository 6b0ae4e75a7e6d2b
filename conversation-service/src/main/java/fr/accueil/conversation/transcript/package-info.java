/// What was said: messages in and out, recorded once, and where their delivery stands.
@NullMarked
package fr.accueil.conversation.transcript;

import org.jspecify.annotations.NullMarked;
