/// What the gateway says of itself and of the services to anybody who asks.
@NullMarked
package fr.accueil.gateway.health;

import org.jspecify.annotations.NullMarked;
