package fr.accueil.conversation.busy;

import java.util.List;

/// All of them.
public record ExternalCalendarPage(List<ExternalCalendarView> items) {}
