package fr.accueil.simulator.outbound;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/// Which customers are looking at which chat just now. The page says so again and again; who stops saying it has put
/// the phone away. Never stored.
@Component
public class Attention {

    private static final Duration SPAN = Duration.ofSeconds(60);

    private final ConcurrentMap<Gaze, Long> since = new ConcurrentHashMap<>();

    public void look(String phone, String business) {
        since.put(new Gaze(phone, business), System.nanoTime());
    }

    public void lookAway(String phone, String business) {
        since.remove(new Gaze(phone, business));
    }

    boolean isOn(String phone, String business) {
        var last = since.get(new Gaze(phone, business));
        return last != null && System.nanoTime() - last < SPAN.toNanos();
    }

    private record Gaze(String phone, String business) {}
}
