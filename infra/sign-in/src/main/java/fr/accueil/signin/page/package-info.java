/// What a person sees: signing in, signing up, and what went wrong. In French, and without a line of script.
@NullMarked
package fr.accueil.signin.page;

import org.jspecify.annotations.NullMarked;
