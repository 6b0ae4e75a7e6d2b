package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The FAQs of the tenant whose transaction is open.
@Repository
class Faqs {

    private final DatabaseClient database;

    Faqs(DatabaseClient database) {
        this.database = database;
    }

    Mono<Faq> find(FaqId id) {
        return database.sql("select tenant, id, question, answer, variants, enabled from faq where id = :id for update")
                .bind("id", id.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toFaq);
    }

    Mono<Void> save(Faq faq) {
        return database.sql("""
                        insert into faq (tenant, id, question, answer, variants, enabled)
                        values (:tenant, :id, :question, :answer, :variants, :enabled)
                        on conflict (tenant, id) do update set question = excluded.question,
                          answer = excluded.answer, variants = excluded.variants, enabled = excluded.enabled
                        """).bindProperties(Row.of(faq)).then();
    }

    record Row(UUID tenant, UUID id, String question, String answer, String[] variants, boolean enabled) {

        static Row of(Faq faq) {
            return new Row(
                    faq.tenant().value(),
                    faq.id().value(),
                    faq.question(),
                    faq.answer(),
                    faq.variants().toArray(String[]::new),
                    faq.enabled());
        }

        Faq toFaq() {
            return new Faq(FaqId.of(id), TenantId.of(tenant), question, answer, List.of(variants), enabled);
        }
    }
}
