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
    void aLineHasTheWordsWithoutTheirMarks() {
        assertThat(Markdown.words("# One\n\nTwo **three**\n[four](https://example.org) `x`\n\n- five\n- <b>six</b>"))
                .isEqualTo("One Two three four x five <b>six</b>");
        assertThat(Markdown.words("2 * 3 * 4 and snake_case_name")).isEqualTo("2 * 3 * 4 and snake_case_name");
        assertThat(Markdown.words("> ".repeat(5_000) + "deep")).contains("deep");
    }

    @Test
    void deepNestingIsHarmless() {
        assertThat(Markdown.html("> ".repeat(5_000) + "deep")).contains("deep");
        assertThat(Markdown.html("[".repeat(5_000))).contains("[");
    }
}
