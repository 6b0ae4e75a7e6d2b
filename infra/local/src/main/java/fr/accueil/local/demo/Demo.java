package fr.accueil.local.demo;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The demo businesses, of which the launcher reads what it shows and writes to `stack.json`.
public record Demo(List<Workspace> workspaces) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public record Workspace(String id, String name, String vertical, Channel channel, List<Member> team) {}

    public record Channel(String id, String address, String accountSid, String authToken) {}

    public record Member(String name, String email, String password, String role) {}

    public static Demo read(Path file) {
        return JSON.readValue(file, Demo.class);
    }
}
