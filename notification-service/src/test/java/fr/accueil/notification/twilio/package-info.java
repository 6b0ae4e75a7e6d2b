@NullMarked
package fr.accueil.notification.twilio;

import org.jspecify.annotations.NullMarked;
