package fr.accueil.conversation.faqfile;

import fr.accueil.conversation.question.SameQuestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a column holds, by its header in French or English, whatever its capitals and accents.
enum Column {
    QUESTION("question", "question", "questions"),
    ANSWER("réponse", "reponse", "reponses", "answer", "answers"),
    VARIANTS("variantes", "variantes", "variante", "variants", "variant"),
    CATEGORY("catégorie", "categorie", "categories", "category"),
    ENABLED("active", "active", "actif", "enabled");

    static final List<Column> NEEDED = List.of(QUESTION, ANSWER);

    private final String header;
    private final List<String> names;

    Column(String header, String... names) {
        this.header = header;
        this.names = List.of(names);
    }

    /// As it is written.
    String header() {
        return header;
    }

    static Optional<Column> named(String header) {
        var plain = SameQuestion.plain(header);
        return Arrays.stream(values()).filter(it -> it.names.contains(plain)).findFirst();
    }
}
