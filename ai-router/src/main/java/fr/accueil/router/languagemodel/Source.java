package fr.accueil.router.languagemodel;

import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.understanding.Phrasing;
import java.util.List;
import java.util.stream.Stream;

/// One thing that the business says of itself, under the short name by which the model may cite it.
sealed interface Source {

    String handle();

    /// What a claim may rest on.
    String text();

    /// Only that of it which such a wording may rest on.
    default String textFor(String wording) {
        return text();
    }

    /// What [fr.accueil.router.understanding.Phrasing] names it by.
    String id();

    record OfFaq(String handle, Faq faq) implements Source {

        @Override
        public String text() {
            return faq.question() + "\n" + faq.answer();
        }

        @Override
        public String id() {
            return faq.id().toString();
        }
    }

    record OfService(String handle, ServiceId service, String text) implements Source {

        @Override
        public String id() {
            return Phrasing.SERVICE + service;
        }
    }

    record OfPractitioner(String handle, PractitionerId practitioner, String text) implements Source {

        @Override
        public String id() {
            return Phrasing.PRACTITIONER + practitioner;
        }
    }

    record OfHours(String handle, String text) implements Source {

        private static final List<String> WEEK =
                List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

        @Override
        public String id() {
            return Phrasing.HOURS;
        }

        /// The days that the wording names: that Sunday is closed is no reason against "ouvert le samedi".
        @Override
        public String textFor(String wording) {
            var said = Claims.folded(wording);
            var named = Stream.of(text.split("[;\\n]"))
                    .filter(day -> WEEK.stream().anyMatch(name -> day.contains(name) && said.contains(name)))
                    .toList();
            return named.isEmpty() ? text : HouseWords.OPENING_HOURS + "\n" + String.join("\n", named);
        }
    }

    record OfFreeSlots(String handle, String text) implements Source {

        @Override
        public String id() {
            return Phrasing.AGENDA;
        }
    }
}
