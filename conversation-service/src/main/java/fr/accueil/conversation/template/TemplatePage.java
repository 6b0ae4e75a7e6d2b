package fr.accueil.conversation.template;

import fr.accueil.events.TemplateEvent.TemplateListed;
import java.util.List;

/// All of them: an account has few.
public record TemplatePage(List<TemplateListed> items) {}
