package fr.accueil.agenda;

import fr.accueil.agenda.time.TimeRange;

/// When a visit starts that a customer wants "le matin", "à midi"… The late afternoon is both afternoon and
/// evening, as in speech.
public enum DayPart {
    MORNING("matin", "00:00-12:00"),
    NOON("midi", "12:00-14:00"),
    AFTERNOON("après-midi", "13:00-18:00"),
    EVENING("soir", "17:00-24:00");

    private final String frenchName;
    private final TimeRange starts;

    DayPart(String frenchName, String starts) {
        this.frenchName = frenchName;
        this.starts = TimeRange.parse(starts);
    }

    public String frenchName() {
        return frenchName;
    }

    public TimeRange starts() {
        return starts;
    }
}
