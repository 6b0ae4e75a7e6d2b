package fr.accueil.router.problem;

import org.springframework.http.HttpStatus;

/// A request that is understood and cannot be done, in words for the person who made it. Each capability names its own.
public abstract class RequestRefused extends RuntimeException {

    private final HttpStatus status;
    private final String title;

    protected RequestRefused(HttpStatus status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
