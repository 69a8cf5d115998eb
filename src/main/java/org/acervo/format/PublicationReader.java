package org.acervo.format;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Statement;
import org.acervo.format.PublicationJson.Reading;
import org.jspecify.annotations.Nullable;

/** Reads the members of a document as the parser meets them, in one pass and without a tree. For one document. */
final class PublicationReader {

    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());

    private static final String WITHDRAWN = "withdrawn";

    /** What answers add and nobody needs to take out before sending a document back. */
    private static final Set<String> ANSWERS = Set.of(
            "id",
            "version",
            "state",
            "revision",
            "withdrawal",
            "oaiIdentifier",
            "links",
            "files",
            "created",
            "modified",
            "published",
            "findings",
            "dryRun");

    private final JsonParser parser;
    private final JsonFindings findings;
    private final JsonValues values;
    private final List<Statement> statements = new ArrayList<>();
    private final Set<Element> seen = EnumSet.noneOf(Element.class);
    private @Nullable String withdrawn;
    private boolean sawWithdrawn;

    private PublicationReader(JsonParser parser, JsonFindings findings) {
        this.parser = parser;
        this.findings = findings;
        this.values = new JsonValues(parser, findings);
    }

    static Reading read(String given) {
        JsonFindings findings = new JsonFindings();
        String text = given.startsWith("\uFEFF") ? given.substring(1) : given;
        if (JsonDocument.isTooDeep(text)) {
            findings.add(Rule.TOO_DEEP, "", null, Integer.toString(JsonDocument.DEEPEST));
            return new Reading(DublinCore.EMPTY, null, findings.all());
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            PublicationReader reader = new PublicationReader(parser, findings);
            reader.guarded();
            return new Reading(new DublinCore(reader.statements), reader.withdrawn, findings.all());
        }
    }

    private void guarded() {
        try {
            document();
        } catch (JsonParsingException malformed) {
            notJson(malformed.getLocation());
        } catch (JsonException | NoSuchElementException | IllegalStateException malformed) {
            notJson(parser.getLocation());
        }
    }

    private void notJson(JsonLocation location) {
        findings.add(Rule.NOT_JSON, "", location.getLineNumber() + ":" + location.getColumnNumber());
    }

    private void document() {
        Event first = parser.next();
        if (first != Event.START_OBJECT) {
            findings.add(Rule.NOT_AN_OBJECT, "", values.skip(first), "{…}");
        } else {
            while (parser.next() == Event.KEY_NAME) {
                member(parser.getString());
            }
        }
        parser.hasNext();
    }

    private void member(String name) {
        Event value = parser.next();
        Element element = Element.ofMember(name).orElse(null);
        if (element != null) {
            element(element, value);
        } else if (name.equals(WITHDRAWN)) {
            withdrawn(value);
        } else {
            if (!ANSWERS.contains(name)) {
                findings.add(Rule.UNKNOWN_MEMBER, JsonFindings.pointer("", name), name, KnownNames.nearest(name));
            }
            values.skip(value);
        }
    }

    private void withdrawn(Event value) {
        if (sawWithdrawn) {
            repeated(WITHDRAWN, value);
            return;
        }
        sawWithdrawn = true;
        withdrawn = values.text(value, "/" + WITHDRAWN);
    }

    private void repeated(String member, Event value) {
        findings.add(Rule.REPEATED_MEMBER, "/" + member, member);
        values.skip(value);
    }

    /** What cannot be read of a list leaves an empty value, which cleaning drops, so that the others keep their places. */
    private void element(Element element, Event value) {
        if (!seen.add(element)) {
            repeated(element.member(), value);
            return;
        }
        String pointer = "/" + element.member();
        if (value != Event.START_ARRAY) {
            Statement statement = values.statement(element, value, pointer);
            if (statement != null) {
                statements.add(statement);
            }
            return;
        }
        int index = 0;
        for (Event each = parser.next(); each != Event.END_ARRAY; each = parser.next()) {
            Statement statement = values.statement(element, each, pointer + "/" + index++);
            statements.add(statement == null ? Statement.of(element, "") : statement);
        }
    }
}
