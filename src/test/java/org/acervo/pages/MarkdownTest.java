package org.acervo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void textBecomesMarkupBelowTheHeadingOfThePage() {
        assertThat(Markdown.html("# One\n\nTwo **three** [four](https://example.org/?a=1&b=2)\n\n- five"))
                .contains("<h2>One</h2>", "<strong>three</strong>", "<li>five</li>")
                .contains("href=\"https://example.org/?a=1&amp;b=2\"");
        assertThat(Markdown.html("")).isEmpty();
    }

    @Test
    void markupIsShownAsItIsWritten() {
        assertThat(Markdown.html("<script>alert(1)</script>\n\n<img src=x onerror=y> a"))
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;", "&lt;img");
    }

    @Test
    void linksLeadNowhereElseThanToTheWeb() {
        assertThat(Markdown.html("[a](javascript:alert(1)) [b](data:text/html,x) <javascript:alert(2)> [c](/search)"))
                .doesNotContain("href=\"javascript", "href=\"data")
                .contains("href=\"/search\"");
    }

    @Test
    void picturesOfOthersBecomeTheirTexts() {
        assertThat(Markdown.html("![a *map*](https://example.org/x.png)")).isEqualTo("<p>a <em>map</em></p>\n");
    }

    @Test
    void deepNestingIsHarmless() {
        assertThat(Markdown.html("> ".repeat(5_000) + "deep")).contains("deep");
        assertThat(Markdown.html("[".repeat(5_000))).contains("[");
    }
}
