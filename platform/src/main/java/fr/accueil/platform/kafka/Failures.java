package fr.accueil.platform.kafka;

import fr.accueil.events.UnreadableEvent;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.ClassUtils;

/// What kind of failure a listener had. Poison fails by its own content; a failure of what we stand on (database,
/// broker) is nobody's content and is waited for.
final class Failures {

    private static final List<String> OF_WHAT_WE_STAND_ON = List.of(
            "org.springframework.transaction.CannotCreateTransactionException",
            "io.r2dbc.postgresql.client.ReactorNettyClient$PostgresConnectionClosedException");

    /// Classes of SQLSTATE: connection, invalid transaction state (a read-only standby), rollback, insufficient
    /// resources, object not in prerequisite state (a lock), operator intervention, system error, internal error.
    private static final Set<String> ABOUT_THE_SERVER = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    private static final boolean WITH_DATABASE =
            ClassUtils.isPresent("io.r2dbc.spi.R2dbcTransientException", Failures.class.getClassLoader());

    private Failures() {}

    static boolean isUnreadable(Throwable failure) {
        return causes(failure, UnreadableEvent.class::isInstance);
    }

    /// What PostgreSQL said decides, where it said something: its driver also calls a value that is too large for an
    /// index a lost resource, and such a message would hold up its partition for ever.
    static boolean isOfWhatWeStandOn(Throwable failure) {
        var state = WITH_DATABASE ? Database.stateOf(failure) : null;
        return state == null ? causes(failure, Failures::isResource) : ABOUT_THE_SERVER.contains(state.substring(0, 2));
    }

    private static boolean isResource(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof org.apache.kafka.common.errors.RetriableException
                || isBlockedTooLong(failure)
                || OF_WHAT_WE_STAND_ON.contains(failure.getClass().getName())
                || (WITH_DATABASE && Database.isResource(failure));
    }

    /// What `Mono.block(patience)` throws.
    private static boolean isBlockedTooLong(Throwable failure) {
        return failure instanceof IllegalStateException
                && failure.getMessage() != null
                && failure.getMessage().startsWith("Timeout on blocking read");
    }

    private static boolean causes(Throwable failure, java.util.function.Predicate<Throwable> is) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (is.test(cause)) {
                return true;
            }
        }
        return false;
    }

    /// Apart, so that a service without a database needs none of these classes.
    private static final class Database {

        static @Nullable String stateOf(Throwable failure) {
            for (var cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof R2dbcException said
                        && said.getSqlState() != null
                        && said.getSqlState().length() == 5) {
                    return said.getSqlState();
                }
            }
            return null;
        }

        static boolean isResource(Throwable failure) {
            return failure instanceof R2dbcTransientException
                    || failure instanceof R2dbcNonTransientResourceException
                    || failure instanceof TransientDataAccessException
                    || failure instanceof DataAccessResourceFailureException
                    || failure instanceof TransactionSystemException;
        }
    }
}
