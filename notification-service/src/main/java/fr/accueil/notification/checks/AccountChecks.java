package fr.accueil.notification.checks;

import fr.accueil.events.ChannelFact.AccountAccess;
import fr.accueil.events.ChannelFact.WhatsAppSender;
import fr.accueil.notification.channel.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What the provider says of credentials.
public interface AccountChecks {

    /// @param messagingServiceSid `MG…`: then its senders are meant
    /// @return never an error for what the provider answers or fails to answer
    Mono<Checked> check(Channel channel, @Nullable String messagingServiceSid);

    /// @param problem a French sentence, when not all of it could be asked for
    record Checked(
            AccountAccess access,
            @Nullable String accountName,
            List<WhatsAppSender> senders,
            @Nullable String problem) {

        public static Checked without(AccountAccess access, @Nullable String problem) {
            return new Checked(access, null, List.of(), problem);
        }
    }
}
