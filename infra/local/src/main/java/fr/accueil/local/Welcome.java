package fr.accueil.local;

import fr.accueil.local.demo.Demo;
import fr.accueil.local.settings.Addresses;
import fr.accueil.local.settings.Home;
import java.io.PrintStream;

/// What a newcomer is told once everything runs.
record Welcome(Demo demo, Topology topology, Addresses addresses, Home home) {

    void print(PrintStream out) {
        var workspace = demo.workspaces().getFirst();
        out.println();
        line(out, "Dashboard", addresses.publicUrl() + "/dashboard/conversations");
        line(out, "WhatsApp simulator", Addresses.url(addresses.simulator()));
        line(out, "API", addresses.publicUrl() + "/api/openapi.json");
        line(out, "PostgreSQL, Kafka", addresses.postgresUrl() + "   " + addresses.bootstrap());
        out.println();
        workspace
                .team()
                .forEach(it -> line(
                        out,
                        "Demo " + it.role(),
                        it.email() + "   password " + it.password() + "   (" + it.name() + ", " + workspace.name()
                                + ")"));
        out.println();
        out.println("  Try this:");
        out.println("   1. Open the dashboard and sign in as the demo "
                + workspace.team().getFirst().role() + ".");
        out.println("   2. In another window open the simulator, and write as a customer:");
        out.println("      « Bonjour, vous ouvrez à quelle heure le samedi ? »");
        out.println(
                "   3. See the answer on the phone, and the conversation come up on the dashboard. « Prendre la main »,");
        out.println("      answer yourself, then « Rendre à l'assistant ».");
        out.println();
        out.println("  From a shell: infra/local/send, token, clock, scale, topics (infra/local/README.md). Logs: "
                + home.show(home.logs()) + "/");
        out.println("  " + home.show(home.stackFile())
                + " says where everything is. Ctrl-C or \"make stop\" ends it; data stay.");
    }

    private static void line(PrintStream out, String name, String value) {
        out.println("  %-20s%s".formatted(name, value));
    }
}
