package fr.accueil.router.languagemodel;

import dev.langchain4j.model.output.structured.Description;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the model answers with, field by field; none of it is believed before it was checked. Texts, not enums: a word
/// that does not exist costs its field and not the whole reading.
record ModelReply(
        @Nullable
        @Description("faq, booking, quote, human, complaint, cancel_booking, opt_out, greeting, thanks, other")
        String intent,

        @Nullable @Description("de 0 à 1") Double confidence,

        @Nullable @Description("fr, en, other") String language,

        @Nullable @Description("neutral, unhappy, angry") String mood,

        @Nullable @Description("none, gas, water, fire, power")
        String urgency,

        @Nullable @Description("none, health, law, refund") String sensitive,

        @Nullable @Description("repères des sources qui règlent la question, par exemple F3; vide si aucune")
        List<String> sources,

        @Nullable @Description("la réponse, tirée de ces sources seules; vide si aucune")
        String wording,

        @Nullable Said said) {

    /// The values that the customer gave. What has a form of its own, an address or a number, the local engine reads.
    record Said(
            @Nullable @Description("AAAA-MM-JJ, ou AAAA-MM-JJ/AAAA-MM-JJ")
            String date,

            @Nullable @Description("HH:MM, HH:MM/HH:MM, HH:MM/, /HH:MM, morning, noon, afternoon, evening")
            String time,

            @Nullable @Description("repères des prestations, par exemple S2")
            List<String> services,

            @Nullable @Description("repère de la personne voulue, par exemple P1; any si peu importe")
            String practitioner,

            @Nullable String name,

            @Nullable @Description("le besoin d'un devis, dans les mots du client")
            String need,

            @Nullable @Description("yes, no") String agreement) {}
}
