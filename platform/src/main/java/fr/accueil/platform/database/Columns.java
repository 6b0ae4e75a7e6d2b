package fr.accueil.platform.database;

import io.r2dbc.spi.Readable;

/// Reads a row's columns that cannot be null.
public final class Columns {

    private Columns() {}

    /// @throws IllegalStateException when it is null after all
    public static <T> T required(Readable row, String column, Class<T> type) {
        var value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
