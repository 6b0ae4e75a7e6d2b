package fr.accueil.platform.database;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where this service's schema is, and as whom it is entered.
///
/// @param url `postgresql://host:port/database` (POSTGRES_URL)
/// @param schema this service's own
/// @param user the owner, for migrations only (POSTGRES_USER)
/// @param appPassword of the role `<schema>_app`; the owner's when none is given (POSTGRES_APP_PASSWORD)
/// @param relayTables what the role `<schema>_relay` may read besides the platform's own tables
/// @param poolSize connections of the run-time role
@Validated
@ConfigurationProperties("accueil.database")
public record DatabaseSettings(
        @NotNull URI url,
        @NotNull @Pattern(regexp = "[a-z_]{3,40}") String schema,
        @NotNull String user,
        @DefaultValue("") String password,
        @DefaultValue("") String appPassword,
        @DefaultValue List<String> relayTables,
        @DefaultValue("16") int poolSize) {

    String appRole() {
        return schema + "_app";
    }

    String relayRole() {
        return schema + "_relay";
    }

    String rolePassword() {
        return appPassword.isEmpty() ? password : appPassword;
    }

    String host() {
        return url.getHost();
    }

    int port() {
        return url.getPort() < 0 ? 5432 : url.getPort();
    }

    String database() {
        return url.getPath().substring(1);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), database());
    }
}
