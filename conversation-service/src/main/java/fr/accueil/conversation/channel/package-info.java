/// How the way to and from WhatsApp is, channel by channel, as a manager is shown it.
@NullMarked
package fr.accueil.conversation.channel;

import org.jspecify.annotations.NullMarked;
