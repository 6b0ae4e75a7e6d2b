@NullMarked
package fr.accueil.notification.templates;

import org.jspecify.annotations.NullMarked;
