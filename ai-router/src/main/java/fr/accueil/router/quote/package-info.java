/// Quote requests (*devis*): what is asked until one is complete. Pure.
@NullMarked
package fr.accueil.router.quote;

import org.jspecify.annotations.NullMarked;
