/// What the assistant says, as sentences: one bundle per language, *vous* or *tu* as the business addresses its
/// customers.
@NullMarked
package fr.accueil.router.wording;

import org.jspecify.annotations.NullMarked;
