/// The demo businesses, and `stack.json`, through which tests and operators drive the stack.
@NullMarked
package fr.accueil.local.demo;

import org.jspecify.annotations.NullMarked;
