package fr.accueil.notification.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.Ids;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// What is over and can come from nowhere again is not kept.
class ForgetTest extends ReconciliationServiceTest {

    @Autowired
    private TenantTransaction transaction;

    @Autowired
    private DatabaseClient database;

    @Test
    void what_was_received_is_remembered_for_fifteen_days() {
        received("SM-old", ago(Duration.ofDays(15).plusMinutes(1)));
        received("SM-young", ago(Duration.ofDays(15).minusHours(1)));

        reconcile();

        assertThat(sids("received")).containsExactly("SM-young");
    }

    @Test
    void media_are_forgotten_after_fifteen_days_when_they_are_settled() {
        medium("MM-old-ready", "ready", ago(Duration.ofDays(15).plusMinutes(1)));
        medium("MM-old-unavailable", "unavailable", ago(Duration.ofDays(15).plusMinutes(1)));
        medium("MM-old-pending", "pending", ago(Duration.ofDays(15).plusMinutes(1)));
        medium("MM-young-ready", "ready", ago(Duration.ofDays(15).minusHours(1)));

        reconcile();

        assertThat(sids("medium")).containsExactly("MM-old-pending", "MM-young-ready");
    }

    private static Instant ago(Duration duration) {
        return Instant.now().minus(duration);
    }

    private void received(String sid, Instant at) {
        run(database.sql("""
                        insert into received (tenant, channel, sid, message, conversation, at)
                        values (:tenant, :channel, :sid, :id, :id, :at)"""), sid, at);
    }

    private void medium(String sid, String state, Instant since) {
        run(database.sql("""
                        insert into medium (tenant, message, number, conversation, channel, provider_sid, url,
                          claimed_type, since, state)
                        values (:tenant, :id, 0, :id, :channel, :sid, '', 'image/jpeg', :at, :state)""").bind("state", state), sid, since);
    }

    private void run(DatabaseClient.GenericExecuteSpec insert, String sid, Instant at) {
        transaction
                .in(
                        twilio.tenant,
                        insert.bind("tenant", twilio.tenant.value())
                                .bind("channel", twilio.channel.value())
                                .bind("sid", sid)
                                .bind("id", Ids.next())
                                .bind("at", at)
                                .then())
                .block(PATIENCE);
    }

    private List<String> sids(String table) {
        var column = table.equals("medium") ? "provider_sid" : "sid";
        var found = transaction
                .in(
                        twilio.tenant,
                        database.sql("select %s as sid from %s order by 1".formatted(column, table))
                                .map(row -> String.valueOf(row.get("sid", String.class)))
                                .all()
                                .collectList())
                .block(PATIENCE);
        return found == null ? List.of() : found;
    }
}
