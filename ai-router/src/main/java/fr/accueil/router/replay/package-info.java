/// What a change of a FAQ would change of what customers were answered lately: read again, of which nothing is sent
/// or kept.
@NullMarked
package fr.accueil.router.replay;

import org.jspecify.annotations.NullMarked;
