package org.acervo.library;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sitemap (protocol 0.9) or an index of such, entry by entry, with what ResourceSync (ANSI/NISO Z39.99-2017)
 * adds where that is given. Not thread-safe.
 */
final class SitemapWriter implements AutoCloseable {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String RESOURCE_SYNC = "http://www.openarchives.org/rs/terms/";
    private static final int BUFFER = 32_768;

    /** A link of ResourceSync. */
    record Link(String relation, String href, @Nullable String type) {}

    private final Writer out;
    private final String root;
    private final String entry;

    private SitemapWriter(OutputStream out, String root, String entry, boolean sync) {
        this.out = new OutputStreamWriter(new BufferedOutputStream(out, BUFFER), StandardCharsets.UTF_8);
        this.root = root;
        this.entry = entry;
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " xmlns=\"" + SITEMAP + "\""
                + (sync ? " xmlns:rs=\"" + RESOURCE_SYNC + "\"" : "") + ">\n");
    }

    /** A list of pages or resources. */
    static SitemapWriter list(OutputStream out, boolean sync) {
        return new SitemapWriter(out, "urlset", "url", sync);
    }

    /** A list of such lists. */
    static SitemapWriter index(OutputStream out, boolean sync) {
        return new SitemapWriter(out, "sitemapindex", "sitemap", sync);
    }

    /** Says what the document is (ResourceSync), before its first entry. */
    SitemapWriter head(Map<String, String> metadata, List<Link> links) {
        links.forEach(each -> write(link(new XmlWriter(), each) + "\n"));
        write(metadata(new XmlWriter(), metadata) + "\n");
        return this;
    }

    /** An entry of a sitemap. */
    SitemapWriter entry(String address, @Nullable Instant modified) {
        return entry(address, modified, Map.of(), List.of());
    }

    /** An entry with what ResourceSync says of it. */
    SitemapWriter entry(String address, @Nullable Instant modified, Map<String, String> metadata, List<Link> links) {
        XmlWriter xml = new XmlWriter().start(entry).element("loc", address);
        if (modified != null) {
            xml.element("lastmod", modified.toString());
        }
        if (!metadata.isEmpty()) {
            metadata(xml, metadata);
        }
        links.forEach(each -> link(xml, each));
        write(xml.end() + "\n");
        return this;
    }

    private static XmlWriter metadata(XmlWriter xml, Map<String, String> metadata) {
        xml.start("rs:md");
        metadata.forEach(xml::attribute);
        return xml.end();
    }

    private static XmlWriter link(XmlWriter xml, Link link) {
        return xml.start("rs:ln")
                .attribute("rel", link.relation())
                .attribute("href", link.href())
                .attribute("type", link.type())
                .end();
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Ends the document; what it is written to stays open. */
    @Override
    public void close() {
        write("</" + root + ">\n");
        try {
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
