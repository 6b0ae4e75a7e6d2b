/// FAQs that every business of a trade needs, ready to be used: what they leave blank is filled from what the business
/// has
/// said of itself.
@NullMarked
package fr.accueil.conversation.readyfaq;

import org.jspecify.annotations.NullMarked;
