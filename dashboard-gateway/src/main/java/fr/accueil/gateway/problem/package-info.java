/// Every error as an RFC 9457 problem with a French title.
@NullMarked
package fr.accueil.gateway.problem;

import org.jspecify.annotations.NullMarked;
