package fr.accueil.platform.logging;

import java.util.regex.Pattern;

/// Takes personal data and secrets out of a text: phones, e-mails, tokens.
public final class Masking {

    private static final Pattern PHONE =
            Pattern.compile("(?<![\\w.-])(?:\\+\\d{8,15}|0[1-9](?:[ .-]?\\d{2}){4})(?!\\w)");
    private static final Pattern WHATSAPP_ID = Pattern.compile("whatsapp:[A-Z]{2}\\.[A-Za-z0-9.]+");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{8,}");
    private static final Pattern SECRET =
            Pattern.compile("(?i)\\b((?:auth[_-]?)?token|password|secret|api[_-]?key)(\\s*[=:]\\s*)[^\\s,;&\"]+");

    private Masking() {}

    public static String mask(String text) {
        var masked = JWT.matcher(text).replaceAll("[token]");
        masked = BEARER.matcher(masked).replaceAll("$1 [token]");
        masked = SECRET.matcher(masked).replaceAll("$1$2[secret]");
        masked = EMAIL.matcher(masked).replaceAll("[e-mail]");
        masked = WHATSAPP_ID.matcher(masked).replaceAll("whatsapp:[id]");
        return PHONE.matcher(masked).replaceAll("[phone]");
    }
}
