/// Quote requests (*devis*).
@NullMarked
package fr.accueil.conversation.lead;

import org.jspecify.annotations.NullMarked;
