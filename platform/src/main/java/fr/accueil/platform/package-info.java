/// A Spring Boot starter of our own, without a business word.
@NullMarked
package fr.accueil.platform;

import org.jspecify.annotations.NullMarked;
