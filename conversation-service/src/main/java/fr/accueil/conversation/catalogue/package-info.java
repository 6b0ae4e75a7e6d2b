/// What can be had of a business, and for how much.
@NullMarked
package fr.accueil.conversation.catalogue;

import org.jspecify.annotations.NullMarked;
