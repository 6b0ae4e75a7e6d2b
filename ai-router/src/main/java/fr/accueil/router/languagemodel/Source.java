package fr.accueil.router.languagemodel;

import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.router.knowledge.Faq;

/// One thing that the business says of itself, under the short name by which the model may cite it.
sealed interface Source {

    String handle();

    /// What a claim may rest on.
    String text();

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
            return "service:" + service;
        }
    }

    record OfPractitioner(String handle, PractitionerId practitioner, String text) implements Source {

        @Override
        public String id() {
            return "practitioner:" + practitioner;
        }
    }

    record OfHours(String handle, String text) implements Source {

        @Override
        public String id() {
            return "hours";
        }
    }

    record OfFreeSlots(String handle, String text) implements Source {

        @Override
        public String id() {
            return "agenda";
        }
    }
}
