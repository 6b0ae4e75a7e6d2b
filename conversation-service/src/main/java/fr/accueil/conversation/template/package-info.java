/// The templates that WhatsApp approved, which may be sent when free text may not.
@NullMarked
package fr.accueil.conversation.template;

import org.jspecify.annotations.NullMarked;
