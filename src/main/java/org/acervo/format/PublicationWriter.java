package org.acervo.format;

import java.util.List;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Form;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;

/** Writes the canonical JSON of a publication (RFC 8259), without white space. Not thread-safe. */
final class PublicationWriter {

    private final StringBuilder out = new StringBuilder(2048);

    private PublicationWriter() {}

    static String toText(DublinCore metadata) {
        PublicationWriter writer = new PublicationWriter();
        writer.document(metadata);
        return writer.out.toString();
    }

    /** One statement alone. */
    static String toText(Statement statement) {
        PublicationWriter writer = new PublicationWriter();
        if (statement.qualifiers().isEmpty() && statement.lang() == null) {
            writer.out.append('{');
            writer.member(statement.element().form().member(), statement.value());
            return writer.out.append('}').toString();
        }
        writer.statement(statement);
        return writer.out.toString();
    }

    private void document(DublinCore metadata) {
        out.append('{');
        for (Element element : Element.ALL) {
            List<Statement> statements = metadata.all(element);
            if (!statements.isEmpty()) {
                name(element.member());
                statements(element, statements);
            }
        }
        out.append('}');
    }

    private void statements(Element element, List<Statement> statements) {
        if (element.most() == 1 && statements.size() == 1) {
            statement(statements.get(0));
            return;
        }
        out.append('[');
        for (int i = 0; i < statements.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            statement(statements.get(i));
        }
        out.append(']');
    }

    private void statement(Statement statement) {
        Form form = statement.element().form();
        if (!form.objectOnly()
                && statement.lang() == null
                && statement.qualifiers().isEmpty()) {
            string(statement.value());
            return;
        }
        out.append('{');
        member(form.member(), statement.value());
        if (statement.lang() != null) {
            member("lang", statement.lang());
        }
        for (Qualifier qualifier : Qualifier.ALL) {
            String value = statement.qualifier(qualifier);
            if (value != null) {
                member(qualifier.member(), value);
            }
        }
        out.append('}');
    }

    private void member(String name, String value) {
        name(name);
        string(value);
    }

    private void name(String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        out.append('"').append(name).append("\":");
    }

    /** RFC 8259 section 7. */
    private void string(String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, done, i);
                escape(c);
                done = i + 1;
            }
        }
        out.append(text, done, text.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default ->
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
    }
}
