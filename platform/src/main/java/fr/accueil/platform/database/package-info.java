/// One schema, two roles, and the transaction that is bound to one tenant.
@NullMarked
package fr.accueil.platform.database;

import org.jspecify.annotations.NullMarked;
