/// What came with a customer's message is fetched from Twilio, looked at, and kept in the object store.
@NullMarked
package fr.accueil.notification.media;

import org.jspecify.annotations.NullMarked;
