/// What a customer's words say of a date, a time, a name, an address, a number, a service.
@NullMarked
package fr.accueil.language.extraction;

import org.jspecify.annotations.NullMarked;
