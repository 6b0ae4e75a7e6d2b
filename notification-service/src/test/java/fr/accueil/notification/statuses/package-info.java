@NullMarked
package fr.accueil.notification.statuses;

import org.jspecify.annotations.NullMarked;
