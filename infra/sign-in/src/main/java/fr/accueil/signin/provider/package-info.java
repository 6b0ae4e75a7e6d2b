/// The OpenID Connect side: the dashboard as a client, what tokens say, and the keys that sign them.
@NullMarked
package fr.accueil.signin.provider;

import org.jspecify.annotations.NullMarked;
