@NullMarked
package fr.accueil.language.faq;

import org.jspecify.annotations.NullMarked;
