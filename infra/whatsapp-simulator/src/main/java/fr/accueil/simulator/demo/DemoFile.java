package fr.accueil.simulator.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The part of the demo file that concerns phones and numbers.
record DemoFile(List<Workspace> workspaces, List<Customer> customers) {

    record Workspace(
            String name,
            String vertical,
            Channel channel,
            @Nullable List<Faq> faqs) {

        private static final int SUGGESTIONS = 6;

        Business toBusiness() {
            return new Business(
                    name,
                    vertical,
                    channel.address(),
                    channel.accountSid(),
                    channel.authToken(),
                    suggestions(),
                    null,
                    false);
        }

        private List<String> suggestions() {
            var questions = faqs == null
                    ? List.<String>of()
                    : faqs.stream().map(Faq::asAsked).limit(SUGGESTIONS).toList();
            return Stream.concat(
                            questions.stream().limit(1).map(Workspace::greeted),
                            questions.stream().skip(1))
                    .toList();
        }

        private static String greeted(String question) {
            return "Bonjour, " + question.substring(0, 1).toLowerCase(Locale.FRENCH) + question.substring(1);
        }
    }

    record Channel(String address, String accountSid, String authToken) {}

    record Faq(String question, @Nullable List<String> variants) {

        String asAsked() {
            return variants == null || variants.isEmpty() ? question : variants.getFirst();
        }
    }
}
