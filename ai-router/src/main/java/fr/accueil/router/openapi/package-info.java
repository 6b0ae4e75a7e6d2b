/// How this service describes its part of the API.
@NullMarked
package fr.accueil.router.openapi;

import org.jspecify.annotations.NullMarked;
