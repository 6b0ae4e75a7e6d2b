package fr.accueil.gateway.pages;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who comes to the root wants the dashboard.
@RestController
class RootController {

    private static final URI DASHBOARD = URI.create("/dashboard/conversations");

    @GetMapping("/")
    ResponseEntity<Void> root() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(DASHBOARD)
                .cacheControl(CacheControl.noCache())
                .build();
    }
}
