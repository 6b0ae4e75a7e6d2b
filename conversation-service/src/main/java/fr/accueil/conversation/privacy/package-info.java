/// What the law gives a customer: to be erased, everywhere and for good, and to know what is held on them.
@NullMarked
package fr.accueil.conversation.privacy;

import org.jspecify.annotations.NullMarked;
