/// Booking, moving and cancelling visits: what is asked, proposed, refused and confirmed. Pure.
@NullMarked
package fr.accueil.router.booking;

import org.jspecify.annotations.NullMarked;
