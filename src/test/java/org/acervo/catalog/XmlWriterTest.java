package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is what a parser reads. */
class XmlWriterTest {

    private static String text(byte[] fragment) throws XMLStreamException {
        XMLStreamReader reader = XMLInputFactory.newDefaultFactory()
                .createXMLStreamReader(new ByteArrayInputStream(fragment), StandardCharsets.UTF_8.name());
        reader.nextTag();
        return reader.getAttributeValue(null, "a") + "|" + reader.getElementText();
    }

    private static byte[] written(String text) {
        return new XmlWriter().start("e").attribute("a", text).text(text).end().toBytes();
    }

    /** Every kind of character in UTF-8, those with an escape, halves of pairs and what XML forbids. */
    @Test
    void anyTextComesBackAsXmlAllowsIt() throws XMLStreamException {
        Random random = new Random(11);
        int[] points = {'a', ' ', '&', '<', '>', '"', '\'', '\r', '\n', '\t', 0, 0x1F, 0x7F, 0x80, 0xE9, 0x7FF, 0x800};
        int[] more = {0x2013, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder given = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                int place = random.nextInt(points.length + more.length);
                int point = place < points.length ? points[place] : more[place - points.length];
                given.appendCodePoint(point);
            }
            given.codePoints().filter(XmlWriterTest::isChar).forEach(expected::appendCodePoint);
            assertThat(text(written(given.toString()))).isEqualTo(expected + "|" + expected);
        }
    }

    private static boolean isChar(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= ' ' && point < Character.MIN_SURROGATE
                || point > Character.MAX_SURROGATE && point < 0xFFFE
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    @ParameterizedTest
    @CsvSource({"a,1365", "a,100000", "é,50000", "–,50000", "&,50000", "😀,50000"})
    void textOfAnyLengthFits(String character, int times) throws XMLStreamException {
        String given = character.repeat(times);
        assertThat(text(written(given))).isEqualTo(given + "|" + given);
    }

    @Test
    void anElementWithoutContentIsShort() {
        assertThat(new XmlWriter().start("a").attribute("b", null).end()).hasToString("<a/>");
        assertThat(new XmlWriter().start("a").element("b", "c", "es").end())
                .hasToString("<a><b xml:lang=\"es\">c</b></a>");
    }

    @Test
    void whatIsNotEndedIsNoFragment() {
        XmlWriter open = new XmlWriter().start("a");
        assertThatThrownBy(open::toBytes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(open::toString).isInstanceOf(IllegalStateException.class);
    }
}
