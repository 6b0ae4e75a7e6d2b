package fr.accueil.conversation.channel;

import java.util.List;

/// All of them: a business has few.
///
/// @param webhookUrl the address to enter in Twilio's console, for each of them
public record ChannelPage(List<ChannelView> items, String webhookUrl) {}
