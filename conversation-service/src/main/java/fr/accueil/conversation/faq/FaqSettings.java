package fr.accueil.conversation.faq;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param atMost how many FAQs a workspace has
@Validated
@ConfigurationProperties("accueil.faq")
public record FaqSettings(@Min(1) @DefaultValue("2000") int atMost) {}
