@NullMarked
package fr.accueil.notification.media;

import org.jspecify.annotations.NullMarked;
