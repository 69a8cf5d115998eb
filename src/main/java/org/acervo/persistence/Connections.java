package org.acervo.persistence;

import java.sql.Connection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.acervo.sql.Sql;

/**
 * Plain statements for the hot path: reads on connections of the pool, writes on the connection of the current transaction.
 *
 * @param pool of connections that never take part in a transaction of the container
 * @param transaction the connection of the transaction that the thread is in
 */
record Connections(DataSource pool, Supplier<Connection> transaction) {

    /** Reads what is committed, and writes outside of any transaction, each statement for itself. */
    Sql alone() {
        return new Sql(pool);
    }

    /** Reads and writes within the current transaction. */
    Sql current() {
        return Sql.on(transaction.get());
    }
}
