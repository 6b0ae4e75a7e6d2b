package fr.accueil.language.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address, written or spoken: `lea @ free.fr`, `paul point roy arobase free point fr`.
final class EmailExtractor {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![A-Za-z0-9._%+@-])[A-Za-z0-9_%+'](?:[A-Za-z0-9._%+'-]{0,62}[A-Za-z0-9_%+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,}(?![A-Za-z0-9@-])");
    /// What every address has; a message without it is not looked at further.
    private static final Pattern SIGN = Pattern.compile("(?i)@|arr?ob|\\bat\\b|\\bchez\\b");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry("arobase", "@"),
            Map.entry("arobaze", "@"),
            Map.entry("arobaz", "@"),
            Map.entry("arobas", "@"),
            Map.entry("arobasse", "@"),
            Map.entry("arrobase", "@"),
            Map.entry("arob", "@"),
            Map.entry("at", "@"),
            Map.entry("(at)", "@"),
            Map.entry("[at]", "@"),
            Map.entry("(arobase)", "@"),
            Map.entry("@", "@"),
            Map.entry("chez", "@"),
            Map.entry("point", "."),
            Map.entry("pt", "."),
            Map.entry("dot", "."),
            Map.entry("(dot)", "."),
            Map.entry("[dot]", "."),
            Map.entry(".", "."),
            Map.entry("underscore", "_"),
            Map.entry("_", "_"),
            Map.entry("tiret", "-"),
            Map.entry("dash", "-"),
            Map.entry("hyphen", "-"),
            Map.entry("-", "-"),
            Map.entry("plus", "+"));

    @Nullable
    EmailAddress extract(String text) {
        if (!SIGN.matcher(text).find()) {
            return null;
        }
        var plain =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        var cleaned = plain.replaceAll("(?i)mailto:", " ")
                .replaceAll("(?<=@[A-Za-z0-9-]{1,40}),(?=(com|fr|net|org)\\b)", ".");
        var address = meant(cleaned);
        if (address == null) {
            address = meant(joined(cleaned));
        }
        return address == null ? null : new EmailAddress(address, MailDomains.suggestionFor(address));
    }

    private static @Nullable String meant(String text) {
        var words = Words.of(text);
        var found = new ArrayList<Mention<String>>();
        var match = ADDRESS.matcher(text);
        while (match.find()) {
            if (!match.group().contains("..")) {
                found.add(words.spanning(match.group(), match.start(), match.end()));
            }
        }
        var meant = Choice.meant(words, List.copyOf(WrittenChoice.standing(words, found)));
        return meant == null ? null : meant.value();
    }

    /// Spoken marks become written ones and draw their neighbours together.
    private static String joined(String text) {
        var spaced = text.replaceAll("(?i)(tiret|trait) (du )?bas|under score|tiret du 8", "_")
                .replaceAll("(?i)tiret du milieu|tiret du 6|trait d['’]union", "-")
                .replaceAll("(?i)[(\\[{]\\s?(at|arobase|@)\\s?[)\\]}]|@", " @ ");
        var address = new StringBuilder();
        boolean glue = true;
        for (var word : spaced.split("\\s+")) {
            var mark = SPOKEN.get(word.toLowerCase(Locale.ROOT));
            if (mark == null && !glue && !address.isEmpty()) {
                address.append(' ');
            }
            address.append(mark == null ? word : mark);
            glue = mark != null;
        }
        return address.toString()
                .replaceAll("@@+", "@@")
                .replaceAll("(?i)@(gmail|hotmail|yahoo|outlook|orange|free) (com|fr)\\b", "@$1.$2");
    }
}
