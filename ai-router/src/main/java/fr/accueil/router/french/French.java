package fr.accueil.router.french;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.FrenchStemmer;

/// Turns what a customer typed into words without accents, elisions or SMS spellings, and words into stems.
public final class French {

    private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern HOUR = Pattern.compile("(?<=\\d)\\s*[hH](?=\\d|\\b)");

    private static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new StandardTokenizer();
            var lower = new LowerCaseFilter(tokenizer);
            var whole = new ElisionFilter(lower, FrenchAnalyzer.DEFAULT_ARTICLES);
            return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(whole));
        }
    };

    private static final Map<String, List<String>> SPELLINGS = WordLists.spellings("spellings.txt");
    private static final Set<String> FILLERS = WordLists.words("fillers.txt");

    private French() {}

    /// The words in their order, stop words too.
    public static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var token : tokens(unstretch(text))) {
            var spelled = SPELLINGS.get(token);
            if (spelled == null) {
                words.add(token);
            } else {
                words.addAll(spelled);
            }
        }
        return List.copyOf(words);
    }

    /// The stems of the words that carry meaning.
    public static List<String> stems(List<String> words) {
        return words.stream()
                .filter(word -> word.length() > 1 && Character.isLetterOrDigit(word.codePointAt(0)))
                .filter(word -> !FILLERS.contains(word))
                .map(French::stem)
                .toList();
    }

    static String stem(String word) {
        var stemmer = new FrenchStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static String unstretch(String text) {
        var letters = STRETCHED.matcher(text.toLowerCase(Locale.FRENCH)).replaceAll("$1");
        return HOUR.matcher(letters).replaceAll(" heure ");
    }

    private static List<String> tokens(String text) {
        var found = new ArrayList<String>();
        try (var stream = WORDS.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
