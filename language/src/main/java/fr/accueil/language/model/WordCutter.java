package fr.accueil.language.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Cuts a message into words and marks, SMS spellings written out: `jpeux` is `je peux`, `c koi` is `c est quoi`.
///
/// @param words the words, with marks that mean something (`?`, `!`, emoji) and one stand-in for every number, address…
/// @param written the same as the customer wrote them, letters only: for the letter n-grams, which see through typos
record WordCutter(List<String> words, List<String> written) {

    private static final Pattern PIECE = Pattern.compile("(?<link>(?:https?://|www\\.)\\S+)"
            + "|(?<mail>[\\w.+-]+@[\\w-]+\\.[\\w.]+)"
            + "|(?<phone>(?:\\+33|0033|0)\\s?[1-9](?:[\\s.-]?\\d{2}){4})"
            + "|(?<smile>[:;=][-']?[)dp](?!\\p{L})|\\^\\^|<3)"
            + "|(?<frown>[:;=][-']?[(/](?!/))"
            + "|(?<word>\\p{L}+)"
            + "|(?<number>\\p{N}+)"
            + "|(?<money>[€$])"
            + "|(?<mark>[?!])"
            + "|(?<dots>\\.{2,}|…)"
            + "|(?<other>[^\\s\\p{P}])");
    private static final Map<String, List<String>> SPELLINGS = WordList.read("spellings.txt");
    private static final Map<String, List<String>> EMOJI = WordList.read("emoji.txt");

    static WordCutter cut(String plain) {
        var cutter = new WordCutter(new ArrayList<>(), new ArrayList<>());
        var piece = PIECE.matcher(plain);
        while (piece.find()) {
            var text = piece.group();
            if (piece.start("word") >= 0) {
                cutter.addWord(text);
            } else if (piece.start("number") >= 0) {
                cutter.words.add("0");
            } else if (piece.start("other") >= 0) {
                cutter.words.addAll(EMOJI.getOrDefault(text, List.of(text)));
            } else if (piece.start("link") >= 0) {
                cutter.words.add("#link");
            } else if (piece.start("mail") >= 0) {
                cutter.words.add("#mail");
            } else if (piece.start("phone") >= 0) {
                cutter.words.add("#phone");
            } else if (piece.start("smile") >= 0) {
                cutter.words.add("#smile");
            } else if (piece.start("frown") >= 0) {
                cutter.words.add("#frown");
            } else if (piece.start("dots") >= 0) {
                cutter.words.add("#dots");
            } else {
                cutter.words.add(text);
            }
        }
        return cutter;
    }

    private void addWord(String word) {
        written.add(word);
        words.addAll(SPELLINGS.getOrDefault(word, List.of(word)));
    }
}
