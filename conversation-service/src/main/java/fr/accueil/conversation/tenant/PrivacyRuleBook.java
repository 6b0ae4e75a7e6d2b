package fr.accueil.conversation.tenant;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// What the tenant whose transaction is open does with its customers' data.
@Repository
public class PrivacyRuleBook {

    private static final Row USUAL = Row.of(PrivacyRules.USUAL, 1);

    private final DatabaseClient database;

    PrivacyRuleBook(DatabaseClient database) {
        this.database = database;
    }

    public Mono<PrivacyRules> find() {
        return findVersioned().map(Versioned::value);
    }

    /// With how often it was saved.
    public Mono<Versioned<PrivacyRules>> findVersioned() {
        return database.sql("""
                        select message_days, media_days, lead_days, reason_days, invitation_days, phones_masked, version
                        from privacy_rules
                        """)
                .mapProperties(Row.class)
                .one()
                .defaultIfEmpty(USUAL)
                .map(row -> new Versioned<>(row.toRules(), row.version()));
    }

    Mono<Void> save(PrivacyRules rules, long version) {
        return database.sql("""
                        insert into privacy_rules (message_days, media_days, lead_days, reason_days, invitation_days,
                                                   phones_masked, version)
                        values (:messageDays, :mediaDays, :leadDays, :reasonDays, :invitationDays, :phonesMasked,
                                :version)
                        on conflict (tenant) do update set
                          message_days = excluded.message_days, media_days = excluded.media_days,
                          lead_days = excluded.lead_days, reason_days = excluded.reason_days,
                          invitation_days = excluded.invitation_days, phones_masked = excluded.phones_masked,
                          version = excluded.version
                        """).bindProperties(Row.of(rules, version)).then();
    }

    record Row(
            int messageDays,
            int mediaDays,
            int leadDays,
            int reasonDays,
            int invitationDays,
            boolean phonesMasked,
            long version) {

        static Row of(PrivacyRules it, long version) {
            return new Row(
                    it.messageDays(),
                    it.mediaDays(),
                    it.leadDays(),
                    it.reasonDays(),
                    it.invitationDays(),
                    it.phonesMasked(),
                    version);
        }

        PrivacyRules toRules() {
            return new PrivacyRules(messageDays, mediaDays, leadDays, reasonDays, invitationDays, phonesMasked);
        }
    }
}
