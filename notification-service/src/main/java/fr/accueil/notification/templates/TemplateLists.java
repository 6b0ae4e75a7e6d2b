package fr.accueil.notification.templates;

import fr.accueil.events.TemplateEvent.TemplateListed;
import fr.accueil.notification.channel.Channel;
import java.util.List;
import reactor.core.publisher.Mono;

/// What the provider knows of templates.
public interface TemplateLists {

    /// @return those with a text; [NotListed] (as an error) when the provider could not be asked
    Mono<List<TemplateListed>> requestTemplates(Channel channel);

    class NotListed extends RuntimeException {

        public NotListed(String reason) {
            super(reason);
        }
    }
}
