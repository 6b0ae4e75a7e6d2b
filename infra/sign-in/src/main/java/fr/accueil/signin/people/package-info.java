/// Who can sign in: the people of the demo, and those who signed up.
@NullMarked
package fr.accueil.signin.people;

import org.jspecify.annotations.NullMarked;
