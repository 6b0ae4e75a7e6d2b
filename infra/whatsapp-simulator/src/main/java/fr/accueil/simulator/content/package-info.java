/// Message templates: what may be written outside WhatsApp's window.
@NullMarked
package fr.accueil.simulator.content;

import org.jspecify.annotations.NullMarked;
