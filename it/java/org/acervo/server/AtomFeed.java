package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A feed as a reader takes it, and what RFC 4287 asks of it. */
record AtomFeed(Document document) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** The elements of a feed or an entry that it may have once at most (sections 4.1.1 and 4.1.2). */
    private static final List<String> ONCE =
            List.of("id", "title", "updated", "published", "summary", "subtitle", "rights", "content");

    private static final Set<String> KNOWN = Set.of("author", "category", "contributor", "link", "entry");

    /** @param path that it was asked for at */
    void check(String path) {
        Element feed = document.getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        container(feed);
        String self = links(feed, "self").get(0).getAttribute("href");
        assertThat(Program.path(self).split("\\?")[0]).isEqualTo(path.split("\\?")[0]);
        List<Element> entries = children(feed, "entry");
        List<String> ids = new ArrayList<>();
        for (Element entry : entries) {
            container(entry);
            assertThat(children(entry, "author").size()
                            + children(feed, "author").size())
                    .as("somebody wrote it (section 4.2.1)")
                    .isPositive();
            ids.add(text(entry, "id"));
            String alternate = links(entry, "alternate").get(0).getAttribute("href");
            assertThat(alternate).startsWith(TestServer.baseUrl() + "/publications/");
            assertThat(OffsetDateTime.parse(text(entry, "updated")))
                    .isBeforeOrEqualTo(OffsetDateTime.parse(text(feed, "updated")));
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static void container(Element parent) {
        for (Element child : children(parent, null)) {
            assertThat(KNOWN.contains(child.getLocalName()) || ONCE.contains(child.getLocalName()))
                    .as("an element of Atom: %s", child.getLocalName())
                    .isTrue();
        }
        for (String name : ONCE) {
            assertThat(children(parent, name).size()).as(name).isLessThanOrEqualTo(1);
        }
        assertThat(URI.create(text(parent, "id")).isAbsolute()).isTrue();
        assertThat(text(parent, "title")).isNotBlank();
        for (Element category : children(parent, "category")) {
            assertThat(category.getAttribute("term")).isNotEmpty();
        }
        for (Element author : children(parent, "author")) {
            assertThat(children(author, "name")).hasSize(1);
        }
        List<String> alternates = links(parent, "alternate").stream()
                .map(each -> each.getAttribute("type") + " " + each.getAttribute("hreflang"))
                .toList();
        assertThat(alternates).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<Element> links(Element parent, String relation) {
        return children(parent, "link").stream()
                .filter(each -> each.getAttribute("rel").equals(relation))
                .filter(each -> URI.create(each.getAttribute("href")).isAbsolute())
                .toList();
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        assertThat(found).as(name).hasSize(1);
        return found.get(0).getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && ATOM.equals(element.getNamespaceURI())
                    && (name == null || name.equals(element.getLocalName()))) {
                found.add(element);
            }
        }
        return found;
    }
}
