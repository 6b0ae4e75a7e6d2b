@NullMarked
package fr.accueil.notification.checks;

import org.jspecify.annotations.NullMarked;
