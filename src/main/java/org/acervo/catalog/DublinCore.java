package org.acervo.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.acervo.vocabulary.Mission;
import org.jspecify.annotations.Nullable;

/** All statements of a publication, in the order of {@link Element} and, within one element, as they were given. Immutable. */
public final class DublinCore {

    /** No statement at all. */
    public static final DublinCore EMPTY = new DublinCore(List.of());

    private final Map<Element, List<Statement>> statements = new EnumMap<>(Element.class);

    public DublinCore(Collection<Statement> statements) {
        statements.forEach(each -> this.statements
                .computeIfAbsent(each.element(), element -> new ArrayList<>())
                .add(each));
        this.statements.replaceAll((element, list) -> List.copyOf(list));
    }

    /** The statements of one element; empty where there are none. */
    public List<Statement> all(Element element) {
        return statements.getOrDefault(element, List.of());
    }

    /** The values of one element. */
    public List<String> values(Element element) {
        return all(element).stream().map(Statement::value).toList();
    }

    /** The value of the first statement of an element, or null. */
    public @Nullable String value(Element element) {
        List<Statement> all = all(element);
        return all.isEmpty() ? null : all.get(0).value();
    }

    public boolean has(Element element) {
        return statements.containsKey(element);
    }

    /** Every statement. */
    public Stream<Statement> stream() {
        return statements.values().stream().flatMap(List::stream);
    }

    /** The same with other statements for one element. */
    public DublinCore with(Element element, List<Statement> replacement) {
        return new DublinCore(Stream.concat(stream().filter(each -> each.element() != element), replacement.stream())
                .toList());
    }

    /** The same with the defaults of its mission where it says nothing. */
    public DublinCore withDefaults(Mission.Defaults defaults) {
        List<Statement> added = new ArrayList<>();
        addIfAbsent(added, Element.RIGHTS, defaults.rights());
        addIfAbsent(added, Element.LANGUAGE, defaults.language());
        addIfAbsent(added, Element.COVERAGE, defaults.country());
        String publisher = defaults.publisher();
        if (publisher != null && !has(Element.PUBLISHER)) {
            Map<Qualifier, String> kind = Map.of(Qualifier.KIND, AgentKind.ORGANIZATION.code());
            added.add(new Statement(Element.PUBLISHER, publisher, null, kind));
        }
        return added.isEmpty()
                ? this
                : new DublinCore(Stream.concat(stream(), added.stream()).toList());
    }

    private void addIfAbsent(List<Statement> added, Element element, @Nullable String value) {
        if (value != null && !has(element)) {
            added.add(Statement.of(element, value));
        }
    }

    /** The mission's own key of the publication, where it gave one. */
    public Optional<SourceKey> sourceKey() {
        String mission = value(Element.MISSION);
        String sourceId = value(Element.SOURCE_ID);
        return mission == null || sourceId == null ? Optional.empty() : Optional.of(new SourceKey(mission, sourceId));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DublinCore that && statements.equals(that.statements);
    }

    @Override
    public int hashCode() {
        return statements.hashCode();
    }

    @Override
    public String toString() {
        return stream().toList().toString();
    }
}
