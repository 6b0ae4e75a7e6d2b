/// Customers who are erased: forgotten here, and what is older not heard again.
@NullMarked
package fr.accueil.notification.erasure;

import org.jspecify.annotations.NullMarked;
