package fr.accueil.conversation.privacy;

import static fr.accueil.conversation.privacy.CustomerExport.text;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/// What is held on a customer as a page that they can read: in French, and without anything from elsewhere. All
/// that people wrote is escaped.
final class ReadableExport {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
            h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem;border-bottom:1px solid #ccc}
            dl{display:grid;grid-template-columns:12rem 1fr;gap:.25rem 1rem}dt{color:#555}dd{margin:0}
            .m{margin:.75rem 0;padding:.5rem .75rem;border-radius:.5rem;background:#f2f2f2;white-space:pre-wrap}
            .o{background:#e7f0ff}.w{font-size:.85rem;color:#555}""";

    private static final Map<String, String> AUTHORS =
            Map.of("customer", "Client", "assistant", "Assistant", "person", "Équipe", "system", "Message automatique");

    private static final Map<String, String> BOOKINGS =
            Map.of("held", "Créneau retenu", "booked", "Réservé", "cancelled", "Annulé");

    private final CustomerExport export;
    private final DateTimeFormatter times;
    private final StringBuilder page = new StringBuilder();

    private ReadableExport(CustomerExport export) {
        this.export = export;
        this.times = DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH'\u00a0h\u00a0'mm", Locale.FRANCE)
                .withZone(export.zone());
    }

    static String of(CustomerExport export) {
        return new ReadableExport(export).write();
    }

    private String write() {
        page.append("<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>Données personnelles</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>Vos données chez ")
                .append(escaped(export.business()))
                .append("</h1><p>Tout ce qui était enregistré le ")
                .append(times.format(export.at()))
                .append(". Le fichier <code>donnees.json</code> contient les mêmes données, telles qu'elles sont")
                .append(" enregistrées\u00a0; le dossier <code>pieces-jointes</code>, les fichiers reçus.</p>");
        contacts();
        messages();
        bookings();
        leads();
        questions();
        optOuts();
        return page.append("</body></html>\n").toString();
    }

    private void contacts() {
        page.append("<h2>Fiche client</h2>");
        for (var it : export.section(Holdings.CONTACTS)) {
            page.append("<dl>");
            line("Nom", text(it, "name"));
            line("Téléphone", text(it, "phone"));
            line("Identifiant WhatsApp", text(it, "external_user_id"));
            line("Adresse WhatsApp", text(it, "address"));
            line("Enregistrée le", time(it, "created_at"));
            page.append("</dl>");
        }
    }

    private void messages() {
        page.append("<h2>Messages</h2>");
        for (var it : export.section(Holdings.MESSAGES)) {
            var outbound = "outbound".equals(text(it, "direction"));
            page.append("<div class=\"m").append(outbound ? " o" : "").append("\"><div class=\"w\">");
            page.append(escaped(AUTHORS.getOrDefault(String.valueOf(text(it, "author")), "")));
            var name = text(it, "author_name");
            page.append(name == null ? "" : " (" + escaped(name) + ")")
                    .append(", le ")
                    .append(time(it, "at"));
            page.append("</div>").append(escaped(text(it, "body")));
            files(it.path("id").asString());
            page.append("</div>");
        }
    }

    private void files(String message) {
        export.files().stream()
                .filter(it -> it.message().equals(message))
                .forEach(it -> page.append("<div><a href=\"")
                        .append(escaped(it.name()))
                        .append("\">")
                        .append(escaped(it.name()))
                        .append("</a></div>"));
    }

    private void bookings() {
        page.append("<h2>Rendez-vous</h2>");
        for (var it : export.section(Holdings.BOOKINGS)) {
            page.append("<dl>");
            line("Le", time(it, "starts_at"));
            line("Prestations", names(it.path("services")));
            line("Avec", text(it, "practitioner_name"));
            line("État", BOOKINGS.get(String.valueOf(text(it, "status"))));
            line("Nom donné", text(it, "customer_name"));
            line("Téléphone donné", text(it, "phone"));
            page.append("</dl>");
        }
    }

    private void leads() {
        page.append("<h2>Demandes de devis</h2>");
        for (var it : export.section(Holdings.LEADS)) {
            page.append("<dl>");
            line("Le", time(it, "at"));
            line("Nom donné", text(it, "name"));
            line("E-mail", text(it, "email"));
            line("Téléphone", text(it, "phone"));
            line("Besoin", text(it, "need"));
            page.append("</dl>");
        }
    }

    private void questions() {
        page.append("<h2>Questions restées sans réponse</h2>");
        for (var it : export.section(Holdings.QUESTIONS)) {
            page.append("<dl>");
            line("Le", time(it, "last_at"));
            line("Question", text(it, "text"));
            page.append("</dl>");
        }
    }

    private void optOuts() {
        page.append("<h2>Désinscriptions</h2>");
        for (var it : export.section(Holdings.OPT_OUTS)) {
            page.append("<dl>");
            line("Le", time(it, "at"));
            line("Demande", "stop".equals(text(it, "kind")) ? "Ne plus recevoir de messages" : "En recevoir à nouveau");
            page.append("</dl>");
        }
    }

    private void line(String what, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            page.append("<dt>")
                    .append(what)
                    .append("</dt><dd>")
                    .append(escaped(value))
                    .append("</dd>");
        }
    }

    private @Nullable String time(JsonNode row, String field) {
        var value = text(row, field);
        return value == null ? null : times.format(Instant.from(OffsetDateTime.parse(value)));
    }

    private static String names(JsonNode services) {
        var names = new StringBuilder();
        services.forEach(it ->
                names.append(names.isEmpty() ? "" : ", ").append(it.path("name").asString("")));
        return names.toString();
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
