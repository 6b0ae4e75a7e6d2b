/// What the gateway's tests share: one running gateway, stub services, browsers that keep what they read.
@NullMarked
package fr.accueil.gateway.testing;

import org.jspecify.annotations.NullMarked;
