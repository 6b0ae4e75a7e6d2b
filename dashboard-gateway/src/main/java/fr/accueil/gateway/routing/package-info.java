/// The way to the services, byte for byte.
@NullMarked
package fr.accueil.gateway.routing;

import org.jspecify.annotations.NullMarked;
