package fr.accueil.language.extraction;

import java.time.LocalDate;

/// The day that a customer wishes: one day, or any of several in a row. Its text is the ISO form.
public sealed interface DayWish {

    LocalDate first();

    LocalDate last();

    record On(LocalDate date) implements DayWish {

        @Override
        public LocalDate first() {
            return date;
        }

        @Override
        public LocalDate last() {
            return date;
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    record During(LocalDate first, LocalDate last) implements DayWish {

        @Override
        public String toString() {
            return first + "/" + last;
        }
    }
}
