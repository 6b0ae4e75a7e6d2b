/// How the commands beside the launcher speak with the one that runs.
@NullMarked
package fr.accueil.local.control;

import org.jspecify.annotations.NullMarked;
