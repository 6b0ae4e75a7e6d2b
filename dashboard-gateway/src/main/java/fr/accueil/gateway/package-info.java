/// The one door for browsers: pages, the API's routes, and the live feed.
@NullMarked
package fr.accueil.gateway;

import org.jspecify.annotations.NullMarked;
