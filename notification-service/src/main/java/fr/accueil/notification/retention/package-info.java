/// What a business keeps no longer is deleted here too.
@NullMarked
package fr.accueil.notification.retention;

import org.jspecify.annotations.NullMarked;
