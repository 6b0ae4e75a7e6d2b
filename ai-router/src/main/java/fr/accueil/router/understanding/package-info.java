/// What a customer wants, read from what they wrote. [fr.accueil.router.understanding.MessageReader] is the seam
/// between the engines: the local French one, and later a language model.
@NullMarked
package fr.accueil.router.understanding;

import org.jspecify.annotations.NullMarked;
