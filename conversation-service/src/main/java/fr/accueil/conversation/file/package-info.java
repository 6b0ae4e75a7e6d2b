/// Files that nothing names any more, until they are gone.
@NullMarked
package fr.accueil.conversation.file;

import org.jspecify.annotations.NullMarked;
