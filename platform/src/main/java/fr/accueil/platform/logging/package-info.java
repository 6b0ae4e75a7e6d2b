/// Logs that say whose and which conversation's they are, and no personal data.
@NullMarked
package fr.accueil.platform.logging;

import org.jspecify.annotations.NullMarked;
