@NullMarked
package fr.accueil.notification.retention;

import org.jspecify.annotations.NullMarked;
