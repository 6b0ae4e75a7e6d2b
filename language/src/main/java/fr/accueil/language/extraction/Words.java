package fr.accueil.language.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message cut into tokens once: lower case, accents folded, SMS spellings and misspelt calendar words mended.
record Words(String text, List<Token> tokens) {

    private static final Pattern CHUNK = Pattern.compile("\\S+");
    private static final Pattern TOKEN = Pattern.compile("\\.{2,}|…|\\p{L}[\\p{L}\\p{M}]*|\\d+|[^\\s\\p{L}\\d]");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\d]+|[^\\p{L}\\d]+$");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    /// Two words that are one.
    private static final List<List<String>> PAIRS = List.of(
            List.of("aujourd", "hui", "aujourdhui"),
            List.of("week", "end", "weekend"),
            List.of("semaine", "end", "weekend"),
            List.of("ouik", "end", "weekend"),
            List.of("apres", "demain", "apresdemain"),
            List.of("pasado", "demain", "apresdemain"),
            List.of("apres", "midi", "apresmidi"),
            List.of("rendez", "vous", "rdv"),
            List.of("jusqu", "a", "jusqua"),
            List.of("jusqu", "au", "jusquau"),
            List.of("peut", "etre", "peutetre"));

    static Words of(String text) {
        var tokens = new ArrayList<Token>();
        var chunk = CHUNK.matcher(text);
        while (chunk.find()) {
            addChunk(chunk.group(), chunk.start(), tokens);
        }
        return new Words(text, List.copyOf(paired(tokens)));
    }

    static String fold(String text) {
        var lower = text.toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace('’', '\'');
        return ACCENT.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    private static void addChunk(String chunk, int start, List<Token> tokens) {
        var core = EDGE.matcher(fold(chunk)).replaceAll("");
        var expanded = Spellings.ofChunk(core);
        if (!expanded.isEmpty()) {
            for (var word : expanded) {
                tokens.add(new Token(chunk, core, word, Token.Kind.WORD, false, start, start + chunk.length()));
            }
            if (chunk.endsWith(",") || chunk.endsWith(".") || chunk.endsWith("!")) {
                var mark = chunk.substring(chunk.length() - 1);
                tokens.add(new Token(mark, mark, mark, Token.Kind.MARK, true, start, start + chunk.length()));
            }
            return;
        }
        Matcher part = TOKEN.matcher(chunk);
        while (part.find()) {
            boolean joins = part.end() < chunk.length() && Character.isLetter(chunk.charAt(part.end()));
            addToken(part.group(), start + part.start(), part.start() > 0, joins, tokens);
        }
    }

    private static void addToken(String raw, int at, boolean glued, boolean joins, List<Token> tokens) {
        var folded = fold(raw);
        char first = raw.charAt(0);
        if (Character.isDigit(first)) {
            tokens.add(new Token(raw, folded, folded, Token.Kind.NUMBER, glued, at, at + raw.length()));
        } else if (Character.isLetter(first)) {
            for (var word : Spellings.of(folded)) {
                tokens.add(new Token(raw, folded, word, Token.Kind.WORD, glued, at, at + raw.length()));
            }
        } else if (first != '\'' && first != '’' && !(first == '-' && joins && betweenLetters(tokens, glued))) {
            tokens.add(new Token(raw, folded, folded, Token.Kind.MARK, glued, at, at + raw.length()));
        }
    }

    private static boolean betweenLetters(List<Token> tokens, boolean glued) {
        return glued && !tokens.isEmpty() && tokens.getLast().kind() == Token.Kind.WORD;
    }

    private static List<Token> paired(List<Token> tokens) {
        var joined = new ArrayList<Token>();
        for (var token : tokens) {
            var pair = joined.isEmpty()
                    ? List.<String>of()
                    : pairOf(joined.getLast().read(), token.read());
            if (pair.isEmpty()) {
                joined.add(token);
            } else {
                var before = joined.removeLast();
                joined.add(new Token(
                        before.raw() + " " + token.raw(),
                        pair.getLast(),
                        pair.getLast(),
                        Token.Kind.WORD,
                        before.glued(),
                        before.start(),
                        token.end()));
            }
        }
        return joined;
    }

    private static List<String> pairOf(String before, String now) {
        return PAIRS.stream()
                .filter(pair -> pair.get(0).equals(before) && pair.get(1).equals(now))
                .findFirst()
                .orElse(List.of());
    }

    int size() {
        return tokens.size();
    }

    String read(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).read();
    }

    boolean is(int i, String... words) {
        var here = read(i);
        for (var word : words) {
            if (word.equals(here)) {
                return true;
            }
        }
        return false;
    }

    boolean in(int i, Set<String> words) {
        return words.contains(read(i));
    }

    /// Whether these words stand here, one after the other.
    boolean says(int i, String phrase) {
        int from = 0;
        for (int at = i; from <= phrase.length(); at++) {
            int blank = phrase.indexOf(' ', from);
            int to = blank < 0 ? phrase.length() : blank;
            var here = read(at);
            if (here.length() != to - from || !phrase.startsWith(here, from)) {
                return false;
            }
            from = to + 1;
        }
        return true;
    }

    boolean contains(int from, int to, String phrase) {
        for (int i = Math.max(from, 0); i < Math.min(to, size()); i++) {
            if (says(i, phrase)) {
                return true;
            }
        }
        return false;
    }

    boolean contains(String phrase) {
        return contains(0, size(), phrase);
    }

    boolean isNumber(int i) {
        return i >= 0 && i < size() && tokens.get(i).kind() == Token.Kind.NUMBER;
    }

    boolean isMark(int i) {
        return i >= 0 && i < size() && tokens.get(i).kind() == Token.Kind.MARK;
    }

    boolean glued(int i) {
        return i > 0 && i < size() && tokens.get(i).glued();
    }

    int skip(int i, Set<String> words) {
        int at = i;
        while (at < size() && in(at, words)) {
            at++;
        }
        return at;
    }

    /// A value by its place in the text.
    <T> Mention<T> spanning(T value, int start, int end) {
        int from = 0;
        while (from < size() && tokens.get(from).end() <= start) {
            from++;
        }
        int to = from;
        while (to < size() && tokens.get(to).start() < end) {
            to++;
        }
        return new Mention<>(value, from, to);
    }

    /// The same words with those of the mentions blanked, so that no other grammar reads them again.
    Words without(List<? extends Mention<?>> mentions) {
        var left = new ArrayList<>(tokens);
        for (var mention : mentions) {
            for (int i = mention.from(); i < mention.to(); i++) {
                left.set(i, left.get(i).taken());
            }
        }
        return new Words(text, left);
    }
}
