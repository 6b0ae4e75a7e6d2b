/// The API's own description, which the dashboard generates its types from.
@NullMarked
package fr.accueil.conversation.openapi;

import org.jspecify.annotations.NullMarked;
