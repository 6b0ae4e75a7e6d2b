/// What a business has said about itself, as a local copy: its name, its manners, its questions and answers.
@NullMarked
package fr.accueil.router.knowledge;

import org.jspecify.annotations.NullMarked;
