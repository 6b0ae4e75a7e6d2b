package fr.accueil.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// A fault that is told to the caller in words of ours.
public abstract class FrenchProblem extends ErrorResponseException {

    protected FrenchProblem(HttpStatus status, String title, String detail) {
        this(status, title, detail, null);
    }

    protected FrenchProblem(HttpStatus status, String title, String detail, @Nullable Throwable cause) {
        super(status, toBody(status, title, detail), cause);
    }

    /// When it is worth asking again.
    protected void retryAfter(Duration time) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, time.toSeconds())));
    }

    private static ProblemDetail toBody(HttpStatus status, String title, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setTitle(title);
        return body;
    }
}
