package fr.accueil.notification.media;

import fr.accueil.events.MessageId;

/// A medium as the key of its work.
record MediumKey(MessageId message, int number) {

    static MediumKey of(String key) {
        var parts = key.split("/", 2);
        return new MediumKey(MessageId.of(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return message + "/" + number;
    }
}
