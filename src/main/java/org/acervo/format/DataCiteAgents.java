package org.acervo.format;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.jspecify.annotations.Nullable;

/** Writes who made, published and paid for it, as DataCite and OpenAIRE have it. Not thread-safe. */
final class DataCiteAgents {

    private final Entry entry;
    private final XmlWriter out;
    private final String prefix;

    /** @param prefix of the namespace with its colon, or nothing */
    DataCiteAgents(Entry entry, XmlWriter out, String prefix) {
        this.entry = entry;
        this.out = out;
        this.prefix = prefix;
    }

    private XmlWriter start(String name) {
        return out.start(prefix + name);
    }

    private void element(String name, String text) {
        out.element(prefix + name, text);
    }

    /** Who created it; where nobody is named the publisher stands in, then the mission. */
    void creators() {
        start("creators");
        List<Agent> creators = agents(Element.CREATOR);
        creators.forEach(each -> agent("creator", each, null));
        if (creators.isEmpty()) {
            agent("creator", new Agent(publisher().value(), false, null, null), null);
        }
        out.end();
    }

    void contributors() {
        List<Agent> contributors = agents(Element.CONTRIBUTOR);
        if (!contributors.isEmpty()) {
            start("contributors");
            contributors.forEach(each -> agent("contributor", each, "Other"));
            out.end();
        }
    }

    private List<Agent> agents(Element element) {
        return entry.agents(element).stream()
                .filter(each -> !each.name().isBlank())
                .toList();
    }

    private void agent(String role, Agent agent, @Nullable String type) {
        start(role).attribute("contributorType", type);
        start(role + "Name")
                .attribute("nameType", agent.isPerson() ? "Personal" : "Organizational")
                .text(agent.name())
                .end();
        String family = agent.family();
        if (family != null && !family.isEmpty()) {
            element("givenName", agent.given());
            element("familyName", family);
        }
        String id = agent.id();
        if (id != null && AbsoluteUri.matches(id)) {
            nameIdentifier(id);
        }
        out.end();
    }

    private void nameIdentifier(String id) {
        String scheme = id.contains("//orcid.org/") ? "ORCID" : id.contains("//ror.org/") ? "ROR" : "URI";
        start("nameIdentifier")
                .attribute("nameIdentifierScheme", scheme)
                .attribute("schemeURI", scheme.equals("URI") ? null : id.substring(0, id.indexOf(".org/") + 5))
                .text(id)
                .end();
    }

    /** The first publisher, else the mission. */
    Text publisher() {
        return Stream.concat(entry.publishers().stream(), Stream.ofNullable(entry.mission()))
                .filter(DataCiteElements.saying())
                .findFirst()
                .orElse(new Text(DataCiteElements.UNAVAILABLE, null));
    }

    /**
     * Who paid; a project without a payer cannot be said.
     *
     * @param wrapper the prefix of the namespace that the elements are in, with its colon, or nothing
     */
    void fundingReferences(String wrapper) {
        List<Statement> funded = entry.all(Element.PROJECT).stream()
                .filter(each -> !requireNonNullElse(Entry.funder(each), "").isBlank())
                .toList();
        if (funded.isEmpty()) {
            return;
        }
        out.start(wrapper + "fundingReferences");
        for (Statement each : funded) {
            out.start(wrapper + "fundingReference");
            out.element(wrapper + "funderName", requireNonNullElse(Entry.funder(each), ""));
            out.element(wrapper + "awardNumber", each.value());
            out.end();
        }
        out.end();
    }
}
