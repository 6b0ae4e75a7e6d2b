package fr.accueil.language.extraction;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A telephone number in any writing, also in words, as E.164. Without a country it is French, overseas included.
final class PhoneExtractor {

    private static final List<String> REGIONS = List.of("FR", "GP", "RE", "MQ", "GF", "YT", "PM", "NC", "PF");
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    "(?<!\\d)(?:\\(?(?:\\+|00)[\\s.-]*33\\)?[\\s./-]*(?:\\(0\\)|0)?|0)[\\s./-]*[1-9](?:[\\s./-]*\\d){8}(?!\\s?[\\dé])"),
            Pattern.compile("(?<!\\d)\\(?(?:\\+|00)[\\s.-]?[1-9][\\d\\s./()-]{6,18}\\d(?!\\d)"),
            Pattern.compile("(?<![\\d+])(?:33[\\s./-]*)?[67](?:[\\s./-]*\\d){8}(?!\\s?[\\dé])"));
    private static final int FEWEST_DIGITS = 8;
    private static final Pattern SPELLED = Pattern.compile("(?i)\\bz[ée]ro\\b|\\bplus trente", Pattern.UNICODE_CASE);
    private static final Pattern LETTER_O = Pattern.compile("(?<![\\p{L}])[oO](?=[\\s.]?\\d)|(?<=\\d)[oO](?=\\d)");

    /// French ranges that the library does not know yet, or that are kept for fiction.
    private static final Pattern FRENCH = Pattern.compile("(\\+?33|0033|0)[1-79]\\d{8}|[67]\\d{8}");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Nullable
    String extract(String text) {
        if (text.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return SPELLED.matcher(text).find() ? meant(inDigits(text)) : null;
        }
        var written = meant(LETTER_O.matcher(text).replaceAll("0"));
        return written == null ? meant(inDigits(text)) : written;
    }

    private @Nullable String meant(String text) {
        var words = Words.of(text);
        for (var form : FORMS) {
            var found = new ArrayList<Mention<String>>();
            var match = form.matcher(text);
            while (match.find()) {
                var number = international(match.group());
                if (number != null) {
                    found.add(words.spanning(number, match.start(), match.end()));
                }
            }
            var meant = Choice.meant(words, WrittenChoice.standing(words, found));
            if (meant != null) {
                return meant.value();
            }
        }
        return null;
    }

    private @Nullable String international(String written) {
        var plain = written.replace("(0)", "").replaceAll("[^\\d+]", "").replaceFirst("^(\\+|00)330", "+33");
        for (var region : REGIONS) {
            try {
                var number = numbers.parse(plain, region);
                if (numbers.isValidNumber(number)) {
                    return numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
                }
            } catch (NumberParseException e) {
                // Not a number of this region: the next may know it.
                continue;
            }
        }
        return FRENCH.matcher(plain).matches() ? "+33" + plain.substring(plain.length() - 9) : null;
    }

    /// `zéro six trente-neuf…` in digits; other words stay between them.
    private static String inDigits(String text) {
        var words = Words.of(text);
        var digits = new StringBuilder();
        int i = 0;
        while (i < words.size()) {
            var number = NumberWords.at(words, i);
            if (number == null) {
                digits.append(
                        words.is(i, "-", ",", ".") ? " " : words.is(i, "double") ? "" : " " + words.read(i) + " ");
                i++;
            } else {
                digits.append(words.isNumber(i) ? words.read(i) : number.value().toString());
                i = number.to();
            }
        }
        return digits.toString().replaceAll("(?<=\\d) +(?=\\d)", "").replaceAll("\\bplus (?=33)", "+");
    }
}
