/// A language model as the second reader: asked only where the local engine is not sure, never believed without a
/// source, and never waited for longer than the answer's deadline allows.
@NullMarked
package fr.accueil.router.languagemodel;

import org.jspecify.annotations.NullMarked;
