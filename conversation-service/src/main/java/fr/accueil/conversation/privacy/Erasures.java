package fr.accueil.conversation.privacy;

import fr.accueil.conversation.file.DoomedFiles;
import fr.accueil.events.ErasureEvent.Store;
import fr.accueil.events.Wire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The erasures of the tenant whose transaction is open.
@Repository
class Erasures {

    private final DatabaseClient database;
    private final DoomedFiles files;

    Erasures(DatabaseClient database, DoomedFiles files) {
        this.database = database;
        this.files = files;
    }

    Mono<Erasure> find(UUID id) {
        return database.sql("select id, erased_at, person_name, note from erasure where id = :id")
                .bind("id", id)
                .mapProperties(Row.class)
                .one()
                .flatMap(row ->
                        findReports(id).zipWith(files.count(id), (reports, left) -> row.toErasure(reports, left)));
    }

    Mono<Void> insert(UUID id, Instant at, String person, String personName, @Nullable String note) {
        return database.sql("""
                        insert into erasure (id, erased_at, person, person_name, note)
                        values (:id, :at, :person, :personName, :note)
                        """)
                .bind("id", id)
                .bind("at", at)
                .bind("person", person)
                .bind("personName", personName)
                .bind("note", Parameter.fromOrEmpty(note, String.class))
                .then();
    }

    /// What a service says; what it said first counts, since the second time nothing is left to forget.
    Mono<Void> report(UUID erasure, String service, Instant at, List<Store> stores) {
        return database.sql("""
                        insert into erasure_report (erasure, service, at, stores)
                        select id, :service, :at, cast(:stores as jsonb) from erasure where id = :erasure
                        on conflict do nothing
                        """)
                .bind("erasure", erasure)
                .bind("service", service)
                .bind("at", at)
                .bind("stores", Wire.json().writeValueAsString(stores))
                .then();
    }

    private Mono<List<Erasure.Report>> findReports(UUID erasure) {
        return database.sql("""
                        select service, at, stores::text as stores from erasure_report
                        where erasure = :erasure order by service
                        """)
                .bind("erasure", erasure)
                .mapProperties(ReportRow.class)
                .all()
                .map(ReportRow::toReport)
                .collectList();
    }

    record Row(
            UUID id,
            Instant erasedAt,
            String personName,
            @Nullable String note) {

        Erasure toErasure(List<Erasure.Report> reports, long filesLeft) {
            return new Erasure(id, erasedAt, personName, note, reports, filesLeft);
        }
    }

    record ReportRow(String service, Instant at, String stores) {

        Erasure.Report toReport() {
            return new Erasure.Report(service, at, List.of(Wire.json().readValue(stores, Store[].class)));
        }
    }
}
