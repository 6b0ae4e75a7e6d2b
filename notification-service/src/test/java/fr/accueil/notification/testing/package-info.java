/// One fixture for the tests of the whole service.
@NullMarked
package fr.accueil.notification.testing;

import org.jspecify.annotations.NullMarked;
