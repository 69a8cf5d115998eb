package org.acervo.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Statement;
import org.acervo.format.XmlFields.Field;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Says of each field of a Dublin Core record what it is here; the reverse of what formats write. For one record. */
final class FieldReader {

    private static final Pattern NUMBERED = Pattern.compile("(.+?)\\s*;\\s*([^;]+)");
    private static final Pattern DCMI_PERIOD =
            Pattern.compile("\\s*(?:start=([^;]*);)?\\s*(?:end=([^;]*);)?\\s*(?:(?:scheme|name)=[^;]*;?\\s*)*");
    private static final Pattern TIMES = Pattern.compile("[0-9X.~?/-]*[0-9]{3}[0-9X][0-9X.~?/-]*");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+(?:;.*)?", Pattern.CASE_INSENSITIVE);

    /** Relations that the repository keeps by itself, as the other end of those that are stated. */
    private static final Set<String> INVERSE = Set.of("hasPart", "isReferencedBy", "hasVersion");

    /** A statement and where it stands in the record. */
    record Found(Statement statement, String place) {}

    private final String pages;
    private final Vocabularies vocabularies;
    private final Labelled labelled;
    private final List<Finding> findings;
    private final List<Found> found = new ArrayList<>();
    private final List<Field> types = new ArrayList<>();

    FieldReader(Repository repository, Vocabularies vocabularies, Labelled labelled, List<Finding> findings) {
        this.pages = repository.baseUrl() + "/publications/";
        this.vocabularies = vocabularies;
        this.labelled = labelled;
        this.findings = findings;
    }

    List<Found> found() {
        return found;
    }

    void read(List<Field> fields) {
        fields.forEach(this::field);
        new TypeReader(vocabularies, labelled)
                .read(types, (type, field) -> add(field, Statement.of(Element.TYPE, type)), this::notMapped);
        boolean dated = found.stream().anyMatch(each -> each.statement().element() == Element.DATE);
        fields.stream().filter(each -> each.name().equals("available")).forEach(field -> {
            if (dated) {
                notMapped(field, List.of());
            } else {
                // What has no date of its own is told with the day on which it came here
                add(field, Statement.of(Element.DATE, "unknown"));
            }
        });
    }

    private void field(Field field) {
        switch (field.name()) {
            case "title" -> text(field, Element.TITLE);
            case "alternative" -> text(field, Element.ALTERNATIVE);
            case "description", "abstract" -> text(field, Element.DESCRIPTION);
            case "creator" -> text(field, Element.CREATOR);
            case "contributor" -> text(field, Element.CONTRIBUTOR);
            case "publisher" -> text(field, Element.PUBLISHER);
            case "audience" -> text(field, Element.AUDIENCE);
            case "subject" -> subject(field);
            case "date", "issued" -> code(field, Element.DATE, field.text());
            case "available" -> {}
            case "type" -> types.add(field);
            case "format", "extent" -> code(field, form(field), field.text());
            case "source" -> code(field, Element.SOURCE, field.text());
            case "language" -> code(field, Element.LANGUAGE, language(field.text()));
            case "provenance" -> project(field);
            case "identifier" -> identifier(field);
            case "coverage", "spatial", "temporal" -> coverage(field);
            case "rights", "license", "accessRights" -> rights(field);
            default -> relation(field);
        }
    }

    private void text(Field field, Element element) {
        add(field, Statement.of(element, field.text(), field.lang()));
    }

    private void code(Field field, Element element, String value) {
        add(field, Statement.of(element, value));
    }

    private void subject(Field field) {
        labelled.theme(field.text())
                .ifPresentOrElse(theme -> code(field, Element.THEME, theme), () -> text(field, Element.SUBJECT));
    }

    private static Element form(Field field) {
        return field.name().equals("format") && MEDIA_TYPE.matcher(field.text()).matches()
                ? Element.FORMAT
                : Element.EXTENT;
    }

    private String language(String text) {
        return vocabularies.languages().normalise(text).isPresent()
                ? text
                : labelled.language(text).orElse(text);
    }

    private void project(Field field) {
        Matcher funded = NUMBERED.matcher(field.text());
        add(
                field,
                funded.matches()
                        ? new Statement(
                                Element.PROJECT, funded.group(2), null, Map.of(Qualifier.FUNDER, funded.group(1)))
                        : Statement.of(Element.PROJECT, field.text()));
    }

    private void identifier(Field field) {
        if (!field.text().startsWith(pages)) {
            code(field, Element.IDENTIFIER, field.text());
        }
    }

    private void coverage(Field field) {
        String text = field.text();
        if (field.name().equals("temporal")
                || field.name().equals("coverage")
                        && text.length() > 3
                        && TIMES.matcher(text).matches()) {
            code(field, Element.TEMPORAL, period(text));
            return;
        }
        String place = vocabularies.places().normalise(text);
        String code = vocabularies.places().isKnown(place)
                ? place
                : labelled.place(text).orElse(null);
        if (code == null) {
            text(field, Element.COVERAGE);
        } else {
            code(field, Element.COVERAGE, code);
        }
    }

    /** The interval of a DCMI Period, or the text as it is. */
    private static String period(String text) {
        Matcher period = DCMI_PERIOD.matcher(text);
        if (!text.contains("=") || !period.matches()) {
            return text;
        }
        String start = period.group(1) == null ? ".." : period.group(1).strip();
        String end = period.group(2) == null ? ".." : period.group(2).strip();
        return start + "/" + end;
    }

    private void rights(Field field) {
        String text = field.text();
        String access = AccessRight.code(text);
        if (access != null) {
            code(field, Element.ACCESS, access);
        } else if (text.startsWith("http://") || text.startsWith("https://")) {
            code(field, Element.RIGHTS, text);
        } else {
            labelled.licence(text)
                    .ifPresentOrElse(
                            uri -> code(field, Element.RIGHTS, uri),
                            () -> notMapped(field, List.of(Element.RIGHTS.member())));
        }
    }

    private void relation(Field field) {
        String text = field.text();
        boolean url = text.startsWith("http://") || text.startsWith("https://");
        boolean own = text.startsWith(pages);
        RelationType type = type(field.name());
        if (own && INVERSE.contains(field.name())) {
            return;
        }
        if (url && field.name().equals("hasVersion")) {
            code(field, Element.LINK, text);
        } else if (url && type != null) {
            String target = own ? text.substring(pages.length()) : text;
            add(field, new Statement(Element.RELATION, target, null, Map.of(Qualifier.TYPE, type.code())));
        } else if (!url && (field.name().equals("isPartOf") || field.name().equals("relation"))) {
            series(field);
        } else {
            notMapped(
                    field,
                    field.name().equals("isVersionOf")
                            ? List.of(RelationType.IS_TRANSLATION_OF.code(), RelationType.IS_SUMMARY_OF.code())
                            : List.of());
        }
    }

    private static @Nullable RelationType type(String term) {
        return switch (term) {
            case "replaces" -> RelationType.IS_NEW_VERSION_OF;
            case "isReplacedBy" -> RelationType.IS_REPLACED_BY;
            case "isPartOf" -> RelationType.IS_PART_OF;
            case "references", "relation" -> RelationType.REFERENCES;
            default -> null;
        };
    }

    private void series(Field field) {
        Matcher numbered = NUMBERED.matcher(field.text());
        add(
                field,
                numbered.matches()
                        ? new Statement(
                                Element.SERIES,
                                numbered.group(1),
                                field.lang(),
                                Map.of(Qualifier.NUMBER, numbered.group(2)))
                        : Statement.of(Element.SERIES, field.text(), field.lang()));
    }

    /** A record says some things more than once, such as a country by its code and by its name. */
    private void add(Field field, Statement statement) {
        if (found.stream().noneMatch(each -> each.statement().equals(statement))) {
            found.add(new Found(statement, field.place()));
        }
    }

    private void notMapped(Field field, List<String> expected) {
        findings.add(Finding.of(Rule.NOT_MAPPED, field.place(), field.text(), expected));
    }
}
