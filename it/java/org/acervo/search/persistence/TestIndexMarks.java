package org.acervo.search.persistence;

import javax.sql.DataSource;
import org.acervo.search.IndexMarks;

/** The marks of indexes in a real database, for tests of what keeps them. */
public final class TestIndexMarks {

    private TestIndexMarks() {}

    public static IndexMarks of(DataSource database) {
        return new IndexMarkTable(database);
    }
}
