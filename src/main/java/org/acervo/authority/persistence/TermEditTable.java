package org.acervo.authority.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.acervo.authority.Authority;
import org.acervo.authority.TermEdit;
import org.acervo.authority.TermEdits;
import org.acervo.sql.Sql;

/** Edits as rows; another row counts them, and is locked by whoever edits. */
final class TermEditTable implements TermEdits {

    private final Sql sql;

    TermEditTable(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public long number() {
        return sql.query("select number from term_edit_clock where id = 1", row -> row.getLong(1))
                .get(0);
    }

    @Override
    public List<TermEdit> all() {
        return sql.query(
                "select authority, code, document, retired, successor, bulk_change, actor, at, number from term_edit"
                        + " order by id",
                TermEditTable::edit);
    }

    private static TermEdit edit(ResultSet row) throws SQLException {
        Authority authority = Authority.of(row.getString(1)).orElseThrow();
        return new TermEdit(
                authority,
                TermJson.read(authority, row.getString(2), row.getString(3)),
                row.getBoolean(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                Sql.instant(row, 8),
                row.getLong(9));
    }

    @Override
    public long put(TermEdit edit) {
        long number = next();
        sql.execute(
                "insert into term_edit (authority, code, document, retired, successor, bulk_change, actor, at, number)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update document = value(document),"
                        + " retired = value(retired), successor = value(successor), bulk_change = value(bulk_change),"
                        + " actor = value(actor), at = value(at), number = value(number)",
                edit.authority().code(),
                edit.term().code(),
                TermJson.write(edit.term()),
                edit.retired(),
                edit.successor(),
                edit.change(),
                edit.by(),
                edit.at(),
                number);
        return number;
    }

    @Override
    public long remove(Authority authority, String code) {
        long number = next();
        sql.execute("delete from term_edit where authority = ? and code = ?", authority.code(), code);
        return number;
    }

    private long next() {
        sql.execute("update term_edit_clock set number = number + 1 where id = 1");
        return number();
    }
}
