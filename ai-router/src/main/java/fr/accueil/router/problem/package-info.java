/// What is answered when a request cannot be: RFC 9457 problems, in French.
@NullMarked
package fr.accueil.router.problem;

import org.jspecify.annotations.NullMarked;
