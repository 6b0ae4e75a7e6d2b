package fr.accueil.conversation.busy;

import java.util.List;

/// All of them, the earliest first.
public record BusyTimePage(List<BusyTime> items) {}
