/// Files that outlive the message they came with, each under a key that begins with its tenant.
@NullMarked
package fr.accueil.platform.objects;

import org.jspecify.annotations.NullMarked;
