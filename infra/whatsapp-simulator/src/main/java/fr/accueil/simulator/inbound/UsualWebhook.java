package fr.accueil.simulator.inbound;

import fr.accueil.simulator.delivery.DeliverySettings;
import fr.accueil.simulator.demo.Business;
import fr.accueil.simulator.demo.Business.Webhook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where a business is called when a message comes. Those of the demo file are entered in Twilio's console from the
/// start.
@Component
public class UsualWebhook {

    private final Webhook usual;

    UsualWebhook(DeliverySettings delivery, InboundSettings settings) {
        this.usual = new Webhook(delivery.publicUrl() + settings.path() + settings.overrides(), "POST");
    }

    /// @return null when nobody has entered an address yet
    public @Nullable Webhook of(Business business) {
        return business.opened() ? business.webhook() : usual;
    }
}
