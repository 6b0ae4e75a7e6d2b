/// How this service says something of its own.
@NullMarked
package fr.accueil.notification.publishing;

import org.jspecify.annotations.NullMarked;
