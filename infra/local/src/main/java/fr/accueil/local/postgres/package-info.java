/// PostgreSQL without an installation: its own programs, unpacked from Maven Central.
@NullMarked
package fr.accueil.local.postgres;

import org.jspecify.annotations.NullMarked;
