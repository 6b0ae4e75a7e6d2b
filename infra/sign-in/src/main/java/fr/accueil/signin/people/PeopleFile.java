package fr.accueil.signin.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Those who signed up, one JSON object a line, only ever appended to and forced to disk. A line that a kill cut
/// short was never acknowledged: it is ended, and passed over when read.
final class PeopleFile {

    private final JsonMapper json;
    private final Path file;

    PeopleFile(JsonMapper json, Path folder) {
        this.json = json;
        this.file = folder.resolve("people.jsonl");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep people in " + folder, e);
        }
    }

    List<Person> read() {
        if (Files.notExists(file)) {
            return List.of();
        }
        var people = new ArrayList<Person>();
        for (var line : lines()) {
            if (isWhole(line)) {
                people.add(json.readValue(line, Person.class));
            }
        }
        return people;
    }

    void append(Person person) {
        var line = ("\n" + json.writeValueAsString(person)).getBytes(StandardCharsets.UTF_8);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var bytes = ByteBuffer.wrap(line); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a person in " + file, e);
        }
    }

    private List<String> lines() {
        try {
            return Files.readString(file)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private boolean isWhole(String line) {
        try {
            return json.readTree(line).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }
}
