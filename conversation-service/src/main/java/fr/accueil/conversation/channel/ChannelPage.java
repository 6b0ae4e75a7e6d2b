package fr.accueil.conversation.channel;

import java.util.List;

/// All of them: a business has few.
public record ChannelPage(List<ChannelView> items) {}
