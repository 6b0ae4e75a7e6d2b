/// The system of record: what the business sees and edits, one package per capability.
@NullMarked
package fr.accueil.conversation;

import org.jspecify.annotations.NullMarked;
