/// Which entries of a business's FAQ settle what a customer asks, or none: [fr.accueil.language.faq.FaqFinder].
///
/// An entry settles a question when its answer says the very thing that is asked; the same topic is not enough. A text
/// is
/// cut into words, [concepts][fr.accueil.language.faq.Concepts] and topics; a question is compared with each entry of
/// the
/// shelf, and trained trees say from the comparison how likely the entry is to settle it.
@NullMarked
package fr.accueil.language.faq;

import org.jspecify.annotations.NullMarked;
