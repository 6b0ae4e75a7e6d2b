/// Trains the models of the local engine from the sentences in `training/`, at build time only.
@NullMarked
package fr.accueil.language.training;

import org.jspecify.annotations.NullMarked;
