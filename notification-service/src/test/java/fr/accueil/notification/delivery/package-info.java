@NullMarked
package fr.accueil.notification.delivery;

import org.jspecify.annotations.NullMarked;
