/// Work and timers as rows with a due time, claimed by a lease.
@NullMarked
package fr.accueil.platform.work;

import org.jspecify.annotations.NullMarked;
