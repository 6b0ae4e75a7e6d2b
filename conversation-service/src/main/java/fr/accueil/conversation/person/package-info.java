/// Who somebody is, whatever workspaces they are in.
@NullMarked
package fr.accueil.conversation.person;

import org.jspecify.annotations.NullMarked;
