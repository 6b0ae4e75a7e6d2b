/// The one description of the API, joined from what the services say of theirs.
@NullMarked
package fr.accueil.gateway.openapi;

import org.jspecify.annotations.NullMarked;
