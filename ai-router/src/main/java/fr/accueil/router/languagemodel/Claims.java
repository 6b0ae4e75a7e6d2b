package fr.accueil.router.languagemodel;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What in a text would bind the business: prices, hours, numbers, days, links, and words such as "gratuit". Each in
/// one
/// form, however it was written.
final class Claims {

    private static final Pattern LINK = Pattern.compile("https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
            + "|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:fr|com|net|org|eu|io|me|co|info|biz|shop|ly|app)\\b\\S*");
    private static final Pattern PRICE = Pattern.compile("(?:€|eur)\\s*(\\d+)(?:[.,](\\d{1,2}))?|"
            + "(\\d+)(?:[.,](\\d{1,2}))?\\s*(?:€|euros?\\b|eur\\b|balles\\b|e\\b)(\\d{2}\\b)?");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(?:%|pour\\s*cents?\\b)");
    private static final Pattern HOUR =
            Pattern.compile("\\b(\\d{1,2})\\s*(?:h|heures?\\b|:)\\s*(\\d{2})?(?!\\d)|\\b(\\d{1,2})\\s*(am|pm)\\b");
    private static final Pattern AMOUNT = Pattern.compile(
            "(\\d+)\\s*(mn|min|jour|semaine|mois|an|km|kilometre|metre|personne|point|seance|fois)\\p{L}*\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /// Months and days, and the numbers from two on that people write out; "un" and "une" are articles.
    private static final Set<String> DAYS = Set.of(
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
            "midi",
            "minuit",
            "weekend",
            "ferie",
            "feries",
            "noel",
            "paques");

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("deux", "2"),
            Map.entry("trois", "3"),
            Map.entry("quatre", "4"),
            Map.entry("cinq", "5"),
            Map.entry("six", "6"),
            Map.entry("sept", "7"),
            Map.entry("huit", "8"),
            Map.entry("neuf", "9"),
            Map.entry("dix", "10"),
            Map.entry("onze", "11"),
            Map.entry("douze", "12"),
            Map.entry("treize", "13"),
            Map.entry("quatorze", "14"),
            Map.entry("quinze", "15"),
            Map.entry("seize", "16"),
            Map.entry("vingt", "20"),
            Map.entry("trente", "30"),
            Map.entry("quarante", "40"),
            Map.entry("cinquante", "50"),
            Map.entry("soixante", "60"),
            Map.entry("cent", "100"),
            Map.entry("cents", "100"),
            Map.entry("mille", "1000"));

    /// Beginnings of words that promise.
    private static final Set<String> PROMISES = Set.of(
            "gratuit",
            "offert",
            "offre",
            "cadeau",
            "remise",
            "reduc",
            "rabais",
            "promo",
            "rembours",
            "garanti",
            "dedommag",
            "indemn",
            "moitie",
            "double",
            "solde",
            "illimit",
            "code");

    private Claims() {}

    static Set<String> of(String text) {
        var claims = new HashSet<String>();
        var rest = folded(text);
        rest = take(rest, LINK, claims, it -> "link:" + it.group().replaceAll("[.,;:!?)»\"']+$", ""));
        rest = take(rest, PERCENT, claims, it -> "percent:" + it.group(1));
        rest = take(rest, PRICE, claims, Claims::price);
        rest = take(rest, HOUR, claims, Claims::hour);
        rest = take(rest, AMOUNT, claims, Claims::amount);
        take(rest, NUMBER, claims, it -> "number:" + plain(it.group()));
        take(rest, WORD, claims, it -> word(it.group()));
        claims.remove("");
        return Set.copyOf(claims);
    }

    /// Whether all that the text claims is claimed by the sources too. A bare number is also found in a price or an
    /// hour,
    /// never the other way round.
    static boolean allIn(String text, String sources) {
        var backed = of(sources);
        return of(text).stream().allMatch(claim -> backed.contains(claim) || isBareNumberOf(claim, backed));
    }

    private static boolean isBareNumberOf(String claim, Set<String> backed) {
        if (!claim.startsWith("number:")) {
            return false;
        }
        var number = claim.substring("number:".length());
        return backed.contains("price:" + number) || backed.contains("hour:" + number + ":00");
    }

    private static String take(
            String text, Pattern pattern, Set<String> claims, Function<MatchResult, String> toClaim) {
        pattern.matcher(text).results().map(toClaim).forEach(claims::add);
        return pattern.matcher(text).replaceAll(" ");
    }

    private static String price(MatchResult found) {
        var euros = found.group(1) == null ? found.group(3) : found.group(1);
        var cents =
                found.group(1) == null ? (found.group(4) == null ? found.group(5) : found.group(4)) : found.group(2);
        return "price:" + plain(euros) + (cents == null || cents.matches("0+") ? "" : "." + cents);
    }

    private static String hour(MatchResult found) {
        if (found.group(3) != null) {
            var hour = Integer.parseInt(found.group(3)) % 12 + ("pm".equals(found.group(4)) ? 12 : 0);
            return "hour:" + hour + ":00";
        }
        return "hour:" + plain(found.group(1)) + ":" + (found.group(2) == null ? "00" : found.group(2));
    }

    private static String amount(MatchResult found) {
        var unit = found.group(2).equals("mn") ? "min" : found.group(2);
        return "amount:" + plain(found.group(1)) + ":" + unit;
    }

    private static String word(String word) {
        if (NUMBERS.containsKey(word)) {
            return "number:" + NUMBERS.get(word);
        }
        var day = word.endsWith("s") && !word.equals("mars") ? word.substring(0, word.length() - 1) : word;
        if (DAYS.contains(day)) {
            return "day:" + day;
        }
        return PROMISES.stream()
                .filter(promise -> promise.length() > 4 ? word.startsWith(promise) : word.equals(promise))
                .findFirst()
                .map(promise -> "promise:" + promise)
                .orElse("");
    }

    private static String plain(String digits) {
        return digits.replaceFirst("^0+(?=\\d)", "");
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
