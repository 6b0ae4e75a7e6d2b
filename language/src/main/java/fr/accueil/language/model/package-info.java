/// What a text looks like to a trained model, and the model: text → [fr.accueil.language.model.Features] → sparse
/// vector →
/// [fr.accueil.language.model.LinearModel]. Nothing here knows what the labels mean.
@NullMarked
package fr.accueil.language.model;

import org.jspecify.annotations.NullMarked;
