/// Messages from a business to a phone: accepted, sent, delivered, read, and called back.
@NullMarked
package fr.accueil.simulator.outbound;

import org.jspecify.annotations.NullMarked;
