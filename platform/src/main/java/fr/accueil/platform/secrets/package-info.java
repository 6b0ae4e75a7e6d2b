/// Tenants' secrets, which travel and rest encrypted.
@NullMarked
package fr.accueil.platform.secrets;

import org.jspecify.annotations.NullMarked;
