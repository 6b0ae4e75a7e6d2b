package fr.accueil.conversation.transcript;

import fr.accueil.events.ChannelId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Whether the provider ever took a message from here, by channel.
@Repository
public class HasAnswered {

    private final DatabaseClient database;

    HasAnswered(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Boolean> find(ChannelId channel) {
        return database.sql("""
                        select exists (select from message m
                          join conversation c on c.tenant = m.tenant and c.id = m.conversation
                          where c.channel = :channel and m.direction = 'outbound'
                            and m.status in ('accepted', 'sent', 'delivered', 'read'))
                        """)
                .bind("channel", channel.value())
                .mapValue(Boolean.class)
                .one();
    }
}
