package fr.accueil.router.languagemodel;

import fr.accueil.router.understanding.Usage;

/// What the model said, and what it cost.
record ModelAnswer(ModelReply reply, Usage usage) {}
