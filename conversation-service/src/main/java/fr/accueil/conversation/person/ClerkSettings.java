package fr.accueil.conversation.person;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param webhookSecret of the endpoint that Clerk calls, as its dashboard shows it; empty where Clerk signs nobody in
///     (CLERK_WEBHOOK_SECRET)
@ConfigurationProperties("accueil.clerk")
record ClerkSettings(@DefaultValue("") String webhookSecret) {}
