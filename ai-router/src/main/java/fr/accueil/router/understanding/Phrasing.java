package fr.accueil.router.understanding;

import java.util.List;

/// An answer to a question in a language model's words.
///
/// @param sources what it rests on, without which it is not said: ids of FAQs, or `hours`, `agenda`, `service:<id>`,
///     `practitioner:<id>`
public record Phrasing(String text, List<String> sources) {

    public static final String HOURS = "hours";
    public static final String AGENDA = "agenda";
    public static final String SERVICE = "service:";
    public static final String PRACTITIONER = "practitioner:";

    public Phrasing {
        sources = List.copyOf(sources);
    }

    /// Whether the source is what the house has set up, and not one of its FAQs.
    public static boolean isOfTheHouse(String source) {
        return source.equals(HOURS)
                || source.equals(AGENDA)
                || source.startsWith(SERVICE)
                || source.startsWith(PRACTITIONER);
    }
}
