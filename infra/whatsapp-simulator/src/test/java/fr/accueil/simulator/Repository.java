package fr.accueil.simulator;

import java.nio.file.Files;
import java.nio.file.Path;

/// Files that stand beside the module: the demo file of this repository, and Twilio's facts beside the repository.
final class Repository {

    private Repository() {}

    static Path demoFile() {
        return root().resolve("infra/local/demo/workspaces.json");
    }

    static Path shared(String name) {
        var file = root().resolve("../shared").resolve(name).normalize();
        if (!Files.exists(file)) {
            throw new IllegalStateException("This test reads " + name
                    + " from the folder `shared` beside the repository, and it is not there: " + file);
        }
        return file;
    }

    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("infra/local/demo/workspaces.json"))) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "No repository root above " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }
}
