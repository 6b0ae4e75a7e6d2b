package fr.accueil.conversation.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// A request that is understood and cannot be done, in words for the person who made it. Each capability names its own.
public abstract class RequestRefused extends RuntimeException {

    private final HttpStatus status;
    private final String title;
    private final List<Problem.FieldError> errors;

    protected RequestRefused(HttpStatus status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.errors = List.of();
    }

    /// One that is about a field of the request; the detail says what is wrong with it.
    protected RequestRefused(HttpStatus status, String title, String detail, String field) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.errors = List.of(new Problem.FieldError(field, detail));
    }

    /// One that is about several fields; the detail says all that is wrong.
    protected RequestRefused(HttpStatus status, String title, List<Problem.FieldError> errors) {
        super(
                errors.stream().map(Problem.FieldError::message).distinct().collect(Collectors.joining(" ")),
                null,
                false,
                false);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    List<Problem.FieldError> errors() {
        return errors;
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
