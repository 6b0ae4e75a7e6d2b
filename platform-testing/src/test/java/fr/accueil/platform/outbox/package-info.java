@NullMarked
package fr.accueil.platform.outbox;

import org.jspecify.annotations.NullMarked;
