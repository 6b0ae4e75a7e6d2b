/// Messages to customers: recorded once, sent in order, looked up when in doubt, and followed to their last tick.
@NullMarked
package fr.accueil.notification.delivery;

import org.jspecify.annotations.NullMarked;
