package org.acervo.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document has that lets people and machines find it, and whose guides ask for it. */
public final class Discoverability {

    /** Scholar leaves larger files out. */
    private static final long LARGEST = 5_000_000;

    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}){0,2}(T.*)?");

    private Discoverability() {}

    /** Whose guide it is. */
    public enum Guide {
        /** Google Scholar, inclusion guidelines for webmasters. */
        SCHOLAR,
        /** OpenAIRE Guidelines for Literature Repositories 4, what is mandatory, also if applicable. */
        OPENAIRE,
        /** FAIR Signposting, level 1. */
        SIGNPOSTING,
        /** COAR, good practice advice for managing multilingual and non-English content in repositories. */
        MULTILINGUAL;

        /** How many traits it asks for. */
        public int traits() {
            return (int) Arrays.stream(Trait.values())
                    .filter(each -> each.guides().contains(this))
                    .count();
        }
    }

    /** One thing that a document has or lacks. */
    public enum Trait {
        AUTHOR(Element.CREATOR, Guide.SCHOLAR, Guide.OPENAIRE),
        /** An ORCID or ROR of somebody who created it. */
        AUTHOR_ID(Element.CREATOR, Guide.SIGNPOSTING, Guide.MULTILINGUAL),
        /** A year at least, beyond doubt. */
        DATE(Element.DATE, Guide.SCHOLAR, Guide.OPENAIRE),
        ABSTRACT(Element.DESCRIPTION, Guide.SCHOLAR, Guide.OPENAIRE),
        PUBLISHER(Element.PUBLISHER, Guide.OPENAIRE),
        SUBJECT(Element.THEME, Guide.OPENAIRE),
        /** A licence, or a statement of rights that says more than that nobody knows. */
        LICENCE(Element.RIGHTS, Guide.SIGNPOSTING, Guide.MULTILINGUAL),
        LANGUAGE(Element.LANGUAGE, Guide.OPENAIRE, Guide.MULTILINGUAL),
        /** Each title says in which language it is. */
        TITLE_LANGUAGE(Element.TITLE, Guide.MULTILINGUAL),
        /** Each description says in which language it is. */
        ABSTRACT_LANGUAGE(Element.DESCRIPTION, Guide.MULTILINGUAL),
        /** Each keyword says in which language it is. */
        KEYWORD_LANGUAGE(Element.SUBJECT, Guide.MULTILINGUAL),
        /** A title in a second language. */
        SECOND_LANGUAGE(Element.TITLE, Guide.MULTILINGUAL),
        /** A file that the public may have, or a link to one. */
        FULL_TEXT(null, Guide.OPENAIRE),
        /** A file that the public may have. */
        FILE(null, Guide.SIGNPOSTING),
        /** One that Scholar reads: a PDF of at most 5 MB whose name says so. */
        PDF(null, Guide.SCHOLAR);

        private final @Nullable Element element;
        private final Set<Guide> guides;

        Trait(@Nullable Element element, Guide... guides) {
            this.element = element;
            this.guides = Set.of(guides);
        }

        /** The code used in addresses, such as {@code author-id}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Where it is mended, or null where with a file. */
        public @Nullable Element element() {
            return element;
        }

        public Set<Guide> guides() {
            return guides;
        }

        /** The trait of a code. */
        public static Optional<Trait> of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * What a document lacks.
     *
     * @param text with the mission's defaults where it says nothing
     * @param open the files that the public may have
     */
    public static Set<Trait> lacking(DublinCore text, Collection<PublicationFile> open) {
        EnumSet<Trait> lacking = EnumSet.noneOf(Trait.class);
        for (Trait each : Trait.values()) {
            if (!has(each, text, open)) {
                lacking.add(each);
            }
        }
        return lacking;
    }

    private static boolean has(Trait trait, DublinCore text, Collection<PublicationFile> open) {
        return switch (trait) {
            case AUTHOR -> text.has(Element.CREATOR);
            case AUTHOR_ID -> any(text, Element.CREATOR, each -> each.qualifier(Qualifier.ID) != null);
            case DATE ->
                any(text, Element.DATE, each -> DATE.matcher(each.value()).matches());
            case ABSTRACT -> text.has(Element.DESCRIPTION);
            case PUBLISHER -> text.has(Element.PUBLISHER);
            case SUBJECT -> text.has(Element.THEME) || text.has(Element.SUBJECT);
            case LICENCE -> any(text, Element.RIGHTS, each -> isLicence(each.value()));
            case LANGUAGE -> any(text, Element.LANGUAGE, each -> !each.value().equals("und"));
            case TITLE_LANGUAGE -> all(text, Element.TITLE);
            case ABSTRACT_LANGUAGE -> all(text, Element.DESCRIPTION);
            case KEYWORD_LANGUAGE -> all(text, Element.SUBJECT);
            case SECOND_LANGUAGE ->
                text.all(Element.TITLE).stream()
                                .map(each -> primary(each.lang()))
                                .filter(each -> !each.isEmpty())
                                .distinct()
                                .count()
                        > 1;
            case FULL_TEXT -> !open.isEmpty() || text.has(Element.LINK);
            case FILE -> !open.isEmpty();
            case PDF ->
                open.stream()
                        .anyMatch(each -> each.mediaType().equals("application/pdf")
                                && each.name().toLowerCase(Locale.ROOT).endsWith(".pdf")
                                && each.size() <= LARGEST);
        };
    }

    private static boolean any(DublinCore text, Element element, Predicate<Statement> test) {
        List<Statement> all = text.all(element);
        return all.stream().anyMatch(test);
    }

    /** Whether each value says in which language it is. */
    private static boolean all(DublinCore text, Element element) {
        return text.all(element).stream().noneMatch(each -> primary(each.lang()).isEmpty());
    }

    private static boolean isLicence(String rights) {
        return rights.startsWith("http") && !rights.contains("/CNE/") && !rights.contains("/UND/");
    }

    private static String primary(@Nullable String lang) {
        String tag = lang == null || lang.equals("und") ? "" : lang;
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
