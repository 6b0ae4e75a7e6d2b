/// Who may call the API: bearer tokens of the sign-in provider.
@NullMarked
package fr.accueil.platform.access;

import org.jspecify.annotations.NullMarked;
