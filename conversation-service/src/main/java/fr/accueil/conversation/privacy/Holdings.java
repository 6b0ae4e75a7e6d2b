package fr.accueil.conversation.privacy;

import fr.accueil.events.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// All that is held on a customer, as it is held: every column but the tenant's. In the tenant's open
/// transaction.
@Repository
class Holdings {

    static final String CONTACTS = "contacts";
    static final String CONVERSATIONS = "conversations";
    static final String MESSAGES = "messages";
    static final String ATTACHMENTS = "attachments";
    static final String BOOKINGS = "bookings";
    static final String LEADS = "leads";
    static final String QUESTIONS = "openQuestions";
    static final String OPT_OUTS = "optOuts";

    private static final List<Section> SECTIONS = List.of(
            new Section(CONTACTS, "contact", "t.id = any(:contacts)", "t.id"),
            new Section(CONVERSATIONS, "conversation", "t.id = any(:conversations)", "t.created_at"),
            new Section(MESSAGES, "message", "t.conversation = any(:conversations)", "t.at, t.id"),
            new Section(
                    ATTACHMENTS,
                    "attachment",
                    "t.message in (select m.id from message m where m.conversation = any(:conversations))",
                    "t.message, t.index"),
            new Section(
                    BOOKINGS,
                    "booking",
                    "t.conversation = any(:conversations) or t.phone = any(:phones) or t.id = any(:bookings)",
                    "t.starts_at"),
            new Section(LEADS, "lead", "t.conversation = any(:conversations)", "t.at"),
            new Section(QUESTIONS, "open_question", "t.last_conversation = any(:conversations)", "t.last_at"),
            new Section(OPT_OUTS, "opt_out", "t.conversation = any(:conversations)", "t.at"));

    private final DatabaseClient database;

    Holdings(DatabaseClient database) {
        this.database = database;
    }

    /// By section, each a list of rows.
    Mono<Map<String, JsonNode>> findAll(Whom whom) {
        return Flux.fromIterable(SECTIONS)
                .concatMap(section -> find(section, whom).map(rows -> Map.entry(section.name(), rows)))
                .collect(LinkedHashMap::new, (all, section) -> all.put(section.getKey(), section.getValue()));
    }

    private Mono<JsonNode> find(Section section, Whom whom) {
        var statement = database.sql(section.sql());
        for (var values : Map.of(
                        "conversations", whom.conversationIds().toArray(UUID[]::new),
                        "contacts", whom.contactIds(),
                        "bookings", whom.bookingIds().toArray(UUID[]::new),
                        "phones", whom.phones().toArray(String[]::new))
                .entrySet()) {
            if (section.sql().contains(":" + values.getKey())) {
                statement = statement.bind(values.getKey(), values.getValue());
            }
        }
        return statement.mapValue(String.class).one().map(Wire.json()::readTree);
    }

    private record Section(String name, String table, String where, String order) {

        String sql() {
            return "select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(t) - 'tenant') order by %s), '[]')::text from %s t where %s"
                    .formatted(order, table, where);
        }
    }
}
