package fr.accueil.language.extraction;

import java.time.LocalTime;
import java.util.Locale;

/// The hour that a customer wishes: exact, within two hours, open on one side, or a part of the day.
public sealed interface HourWish {

    record At(LocalTime time) implements HourWish {

        @Override
        public String toString() {
            return time.toString();
        }
    }

    record Between(LocalTime from, LocalTime until) implements HourWish {

        @Override
        public String toString() {
            return from + "/" + until;
        }
    }

    record From(LocalTime time) implements HourWish {

        @Override
        public String toString() {
            return time + "/";
        }
    }

    record Until(LocalTime time) implements HourWish {

        @Override
        public String toString() {
            return "/" + time;
        }
    }

    enum PartOfDay implements HourWish {
        MORNING,
        NOON,
        AFTERNOON,
        EVENING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
