package fr.accueil.local;

import java.nio.file.Path;
import java.util.Map;

/// One of our own Spring Boot programs, as the stack runs it.
///
/// @param module its folder
/// @param port of its first instance
/// @param layer what stands on what: stopped before the layers below (PostgreSQL 0, Kafka 1)
/// @param environment on top of what every service is told
record Service(String name, String module, int port, int layer, Map<String, String> environment) {

    /// Needs neither database nor broker, and keeps what it knows in a file: one instance is all there can be.
    static final int STANDS_ALONE = 2;

    static final int STANDS_ON_ALL = 3;

    Path jar(Path root) {
        return root.resolve(module).resolve("target").resolve(name + "-0.1.0.jar");
    }
}
