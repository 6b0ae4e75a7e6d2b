@NullMarked
package fr.accueil.signin;

import org.jspecify.annotations.NullMarked;
