/// How much one person, one tenant and one address may ask, and how large it may be.
@NullMarked
package fr.accueil.gateway.limits;

import org.jspecify.annotations.NullMarked;
