package fr.accueil.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Puts a process in a session of its own. Ctrl-C reaches every process of the terminal's group at once; the launcher
/// has to
/// be the only one there, or nothing would be stopped in order.
final class OwnSession {

    private static final String[] PERL = {"perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die $!"
    };

    private OwnSession() {}

    static List<String> of(List<String> command) {
        var own = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            own.add("/usr/bin/setsid");
        } else {
            own.addAll(List.of(PERL));
        }
        own.addAll(command);
        return own;
    }
}
