package fr.accueil.notification.media;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets that media were fetched, or given up; the objects themselves stay. Joins the caller's transaction.
@Component
public class ForgetMedia {

    private final DatabaseClient database;

    ForgetMedia(DatabaseClient database) {
        this.database = database;
    }

    /// @param before none that was announced later, and none that is still to be fetched
    public Mono<Void> forget(TenantId tenant, ChannelId channel, Instant before) {
        return database.sql("""
                        delete from medium
                        where tenant = :tenant and channel = :channel and since < :before and state <> 'pending'""")
                .bind("tenant", tenant.value())
                .bind("channel", channel.value())
                .bind("before", before)
                .then();
    }
}
