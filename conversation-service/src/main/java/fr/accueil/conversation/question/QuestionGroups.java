package fr.accueil.conversation.question;

import java.util.List;

/// @param items the most asked first
public record QuestionGroups(List<QuestionGroup> items) {}
