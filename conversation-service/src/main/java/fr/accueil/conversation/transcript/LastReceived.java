package fr.accueil.conversation.transcript;

import fr.accueil.events.ChannelId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// When a customer's message last came through a channel by the usual way, in the tenant whose transaction is open.
@Component
public class LastReceived {

    private final DatabaseClient database;

    LastReceived(DatabaseClient database) {
        this.database = database;
    }

    /// Empty when none ever did.
    public Mono<Instant> find(ChannelId channel) {
        return database.sql("""
                        select m.at from message m join conversation c on c.tenant = m.tenant and c.id = m.conversation
                        where c.channel = :channel and m.direction = 'inbound' and not m.recovered
                        order by m.at desc limit 1
                        """)
                .bind("channel", channel.value())
                .mapValue(Instant.class)
                .one();
    }
}
