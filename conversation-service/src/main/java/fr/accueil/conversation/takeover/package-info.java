/// Who speaks for the business: take-over, hand-back, hand-over, and messages that nobody answered.
@NullMarked
package fr.accueil.conversation.takeover;

import org.jspecify.annotations.NullMarked;
