package org.acervo.pages;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns Markdown (CommonMark) into HTML that can stand in a page as it is: markup that is written in it is shown as it is
 * written, links lead to the web, to mail or within the site, pictures become their alternative texts because a page asks
 * no other server for anything, and headings begin below that of the page. Thread-safe.
 */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .omitSingleParagraphP(false)
            .build();
    private static final int HIGHEST_HEADING = 2;
    private static final int LOWEST_HEADING = 6;

    private Markdown() {}

    /** The HTML of a text; empty where the text is. */
    public static String html(String text) {
        try {
            return rendered(text);
        } catch (StackOverflowError nestedTooDeep) {
            return RENDERER.render(plain(text));
        }
    }

    /** The words of a text without its marks, blocks and lines parted by single spaces, for where there is room for a line only. */
    public static String words(String text) {
        StringBuilder words = new StringBuilder();
        try {
            PARSER.parse(text).accept(new Words(words));
        } catch (StackOverflowError nestedTooDeep) {
            return text;
        }
        return words.toString().strip().replaceAll("\\s+", " ");
    }

    private static Node plain(String text) {
        Node document = new Document();
        Node paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        document.appendChild(paragraph);
        return document;
    }

    private static String rendered(String text) {
        Node document = PARSER.parse(text);
        List<Heading> headings = new ArrayList<>();
        List<Image> images = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
                visitChildren(heading);
            }

            @Override
            public void visit(Image image) {
                images.add(image);
                visitChildren(image);
            }
        });
        int highest = headings.stream().mapToInt(Heading::getLevel).min().orElse(1);
        headings.forEach(each -> each.setLevel(Math.min(each.getLevel() - highest + HIGHEST_HEADING, LOWEST_HEADING)));
        images.forEach(Markdown::replaceByText);
        return RENDERER.render(document);
    }

    private static void replaceByText(Image image) {
        Node child = image.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            image.insertBefore(child);
            child = next;
        }
        image.unlink();
    }
}
