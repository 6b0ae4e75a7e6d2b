/// The customers' phones: a small API for tests and the stream for the page.
@NullMarked
package fr.accueil.simulator.phone;

import org.jspecify.annotations.NullMarked;
