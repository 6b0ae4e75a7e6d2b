package fr.accueil.local.settings;

/// Every port and address of one stack. `ACCUEIL_PORT_OFFSET` shifts all of them, so that two stacks can stand side by
/// side.
///
/// @param publicUrl the address that Twilio and browsers are told
public record Addresses(int offset, String publicUrl) {

    public static Addresses of(Variables variables) {
        var offset = variables.number("ACCUEIL_PORT_OFFSET", 0);
        if (offset < 0 || offset > 40_000) {
            throw new WrongSetting("ACCUEIL_PORT_OFFSET must lie between 0 and 40000, but is " + offset + ".", null);
        }
        var publicUrl = variables.getOr("ACCUEIL_PUBLIC_URL", url(8080 + offset));
        return new Addresses(offset, publicUrl.replaceFirst("/+$", ""));
    }

    public int gateway() {
        return 8080 + offset;
    }

    public int ingest() {
        return 8081 + offset;
    }

    public int router() {
        return 8082 + offset;
    }

    public int conversation() {
        return 8083 + offset;
    }

    public int notification() {
        return 8084 + offset;
    }

    public int simulator() {
        return 8090 + offset;
    }

    public int signIn() {
        return 9000 + offset;
    }

    public int postgres() {
        return 15432 + offset;
    }

    public int kafka() {
        return 19092 + offset;
    }

    public int kafkaController() {
        return 19093 + offset;
    }

    public String bootstrap() {
        return "localhost:" + kafka();
    }

    public String postgresUrl() {
        return "postgresql://localhost:" + postgres() + "/accueil";
    }

    public static String url(int port) {
        return "http://localhost:" + port;
    }
}
