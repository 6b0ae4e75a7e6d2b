@NullMarked
package fr.accueil.language.model;

import org.jspecify.annotations.NullMarked;
