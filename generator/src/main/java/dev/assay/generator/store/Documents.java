package dev.assay.generator.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/** JSON documents as a {@code bytea[]} parameter. */
public record Documents(List<byte[]> contents) implements Argument {

    /** Copies the list, not the documents. */
    public Documents {
        contents = List.copyOf(contents);
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", contents.toArray(byte[][]::new)));
    }
}
