@NullMarked
package fr.accueil.notification.reconciliation;

import org.jspecify.annotations.NullMarked;
