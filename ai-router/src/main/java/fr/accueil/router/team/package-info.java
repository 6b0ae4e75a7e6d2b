/// Who asks through the API: the token's subject, in a workspace of theirs.
@NullMarked
package fr.accueil.router.team;

import org.jspecify.annotations.NullMarked;
