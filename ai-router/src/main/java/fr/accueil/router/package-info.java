/// ai-router: each customer's dialogue with the assistant.
@NullMarked
package fr.accueil.router;

import org.jspecify.annotations.NullMarked;
