package fr.accueil.conversation.privacy;

import fr.accueil.conversation.file.DoomedFiles;
import fr.accueil.conversation.tenant.PrivacyRules;
import fr.accueil.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Deletes what the tenant whose transaction is open has kept for as long as it wants to, some of it at a time.
@Repository
class KeptLongEnough {

    /// Rows of a kind in one transaction: small, so that nobody waits for it.
    static final int AT_ONCE = 200;

    private static final String MESSAGES = """
            with old as (select id from message where at < :before order by at limit :limit),
            files as (
              insert into doomed_object (object_key)
              select object_key from attachment where object_key is not null and message in (select id from old)
              on conflict do nothing),
            media as (delete from attachment where message in (select id from old)),
            named as (delete from sent_as where message in (select id from old)),
            answers as (delete from answered where message in (select id from old) or by in (select id from old))
            delete from message where id in (select id from old)""";

    private static final String MEDIA = """
            with old as (
              select a.message, a.index, a.object_key
              from attachment a join message m on m.tenant = a.tenant and m.id = a.message
              where m.at < :before and a.state = 'ready' limit :limit),
            files as (
              insert into doomed_object (object_key) select object_key from old on conflict do nothing)
            update attachment a set
              state = 'unavailable', object_key = null, size = null, file_name = null,
              problem = 'Ce fichier a été effacé : sa durée de conservation est passée.'
            from old where a.message = old.message and a.index = old.index""";

    private static final String REASONS = """
            with old as (
              select id from message where reasons is not null and at < :before order by at limit :limit),
            rows as (
              update conversation set last_message = last_message - 'reasons'
              where (last_message ->> 'id')::uuid in (select id from old))
            update message set reasons = null where id in (select id from old)""";

    private static final String LEADS = """
            delete from lead where id in (select id from lead where at < :before order by at limit :limit)""";

    private static final String INVITATIONS = """
            delete from invitation where id in (
              select id from invitation where coalesce(accepted_at, revoked_at, expires_at) < :before limit :limit)""";

    private static final String QUESTIONS = """
            delete from open_question where id in (
              select id from open_question where last_at < :before order by last_at limit :limit)""";

    private static final String BOOKINGS = """
            update booking set conversation = null, customer_name = 'Ancien client', phone = null, version = version + 1
            where id in (
              select id from booking where ends_at < :before and status <> 'held'
                and (conversation is not null or phone is not null or customer_name <> 'Ancien client') limit :limit)""";

    /// What the inbox still shows of messages that are gone, where the conversation has to stay: after STOP.
    private static final String LAST_WORDS = """
            update conversation set last_message = null, version = version + 1
            where id in (
              select c.id from conversation c
              where c.last_message is not null and c.last_activity_at < :before and not exists
                (select from message m where m.tenant = c.tenant and m.conversation = c.id) limit :limit)""";

    private static final String CONVERSATIONS = """
            delete from conversation where id in (
              select c.id from conversation c
              where c.last_activity_at < :before and not exists
                (select from message m where m.tenant = c.tenant and m.conversation = c.id) and not exists
                (select from lead l where l.tenant = c.tenant and l.conversation = c.id) and not exists
                (select from open_question q where q.tenant = c.tenant and q.last_conversation = c.id) and not exists
                (select from opt_out o where o.tenant = c.tenant and o.conversation = c.id) and not exists
                (select from booking b where b.tenant = c.tenant and b.conversation = c.id) limit :limit)""";

    private static final String CONTACTS = """
            delete from contact where id in (
              select k.id from contact k where k.created_at < :before and not exists
                (select from conversation c where c.tenant = k.tenant and c.contact = k.id) limit :limit)""";

    private final DatabaseClient database;
    private final DoomedFiles files;

    KeptLongEnough(DatabaseClient database, DoomedFiles files) {
        this.database = database;
        this.files = files;
    }

    /// @return whether there may be more
    Mono<Boolean> deleteSome(TenantId tenant, PrivacyRules rules, Instant now) {
        var messages = before(now, rules.messageDays());
        return Flux.concat(
                        delete(REASONS, before(now, rules.reasonDays())),
                        delete(MEDIA, before(now, rules.mediaDays())),
                        delete(LEADS, before(now, rules.leadDays())),
                        delete(INVITATIONS, before(now, rules.invitationDays())),
                        delete(QUESTIONS, messages),
                        delete(BOOKINGS, messages),
                        delete(MESSAGES, messages),
                        delete(LAST_WORDS, messages),
                        delete(CONVERSATIONS, messages),
                        delete(CONTACTS, messages))
                .collectList()
                .delayUntil(_ -> files.begin(tenant))
                .map(counts -> counts.stream().anyMatch(it -> it >= AT_ONCE));
    }

    private Mono<Long> delete(String sql, Instant before) {
        return database.sql(sql)
                .bind("before", before)
                .bind("limit", AT_ONCE)
                .fetch()
                .rowsUpdated();
    }

    private static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
