/// Who writes, as far as the business knows.
@NullMarked
package fr.accueil.conversation.contact;

import org.jspecify.annotations.NullMarked;
