package fr.accueil.notification.channel;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import reactor.core.publisher.Mono;

/// Who has work to do for each channel: told once by each process of every channel that it comes to know.
public interface FollowsChannels {

    /// Said again when it failed.
    Mono<Void> begin(TenantId tenant, ChannelId channel);
}
