/// What a customer wants, in which mood and language, and whether it is urgent or delicate: read by models that
/// `language-model` trains.
@NullMarked
package fr.accueil.language.intent;

import org.jspecify.annotations.NullMarked;
