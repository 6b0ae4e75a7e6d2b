/// French as customers type it: words, stems and topics. Pure.
@NullMarked
package fr.accueil.router.french;

import org.jspecify.annotations.NullMarked;
