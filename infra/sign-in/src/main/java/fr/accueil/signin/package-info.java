/// The OpenID Connect provider of the local stack: the real protocol, for people who can sign up by themselves.
@NullMarked
package fr.accueil.signin;

import org.jspecify.annotations.NullMarked;
