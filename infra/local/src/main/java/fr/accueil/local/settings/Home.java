package fr.accueil.local.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folders of one stack.
///
/// @param root the repository
/// @param folder `.local/`, or what `ACCUEIL_HOME` says: everything that outlives a run, and the logs
public record Home(Path root, Path folder) {

    public static Home of(Path root, Variables variables) {
        var folder = root.resolve(variables.getOr("ACCUEIL_HOME", ".local")).normalize();
        return new Home(root, folder).create();
    }

    private Home create() {
        try {
            for (var path : new Path[] {folder, logs(), pids(), programs()}) {
                Files.createDirectories(path);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folders of the stack in " + folder, e);
        }
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /// One file for each process of ours, so that the next launcher finds what a killed one left behind.
    public Path pids() {
        return folder.resolve("pids");
    }

    /// Copies of what runs, so that a build beside a running stack changes nothing under its feet.
    public Path programs() {
        return folder.resolve("programs");
    }

    public Path data(String name) {
        return folder.resolve(name);
    }

    /// Where the files of PostgreSQL or Kafka lie: here, unless a variable names a folder on another disk.
    public Path disk(Variables variables, String name) {
        return root.resolve(variables.getOr(name, folder.toString())).normalize();
    }

    public Path stackFile() {
        return folder.resolve("stack.json");
    }

    public Path controlFile() {
        return folder.resolve("control.json");
    }

    /// Deletes what speaks of a run that is over.
    public void forgetRun() {
        try {
            Files.deleteIfExists(stackFile());
            Files.deleteIfExists(controlFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + folder, e);
        }
    }

    /// A path as people should read it: short when it lies in the repository.
    public String show(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }
}
