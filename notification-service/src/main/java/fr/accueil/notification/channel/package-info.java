/// The businesses' WhatsApp senders: a local copy of what conversation-service says.
@NullMarked
package fr.accueil.notification.channel;

import org.jspecify.annotations.NullMarked;
