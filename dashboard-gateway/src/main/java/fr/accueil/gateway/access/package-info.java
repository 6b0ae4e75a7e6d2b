/// Who a token is, and which workspace it may watch.
@NullMarked
package fr.accueil.gateway.access;

import org.jspecify.annotations.NullMarked;
