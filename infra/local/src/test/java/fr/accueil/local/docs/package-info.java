/// Documents are part of the product: what they point to is there.
@NullMarked
package fr.accueil.local.docs;

import org.jspecify.annotations.NullMarked;
