/// The customer sees that an answer is being written.
@NullMarked
package fr.accueil.notification.typing;

import org.jspecify.annotations.NullMarked;
