package org.acervo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.catalog.Repository;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPageTest {

    private static final Repository REPOSITORY = new Repository(
            "https://library.example.org",
            "library.example.org",
            "Library <& Archive>",
            "admin@library.example.org",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            List.of());

    private final ErrorPage errors = new ErrorPage(new Pages(REPOSITORY));

    @ParameterizedTest
    @EnumSource(InterfaceLanguage.class)
    void languagesHaveTheSameWords(InterfaceLanguage language) {
        assertThat(Texts.in(language).keySet())
                .isEqualTo(Texts.in(InterfaceLanguage.EN).keySet());
        assertThat(Texts.in(language).values()).noneMatch(String::isBlank);
    }

    @Test
    void everyStatusHasWords() {
        PageRequest request = PageRequest.of("/x", null, "fr");
        for (int status = 400; status < 600; status++) {
            assertThat(ErrorPage.told(status, request).title()).isNotBlank();
            assertThat(ErrorPage.told(status, request).text()).isNotBlank();
        }
        assertThat(ErrorPage.told(418, request).title()).isEqualTo("Cette requête reste sans réponse");
        assertThat(ErrorPage.told(502, request).title()).isEqualTo("Une erreur s’est produite");
    }

    @Test
    void whatTheAddressHoldsIsText() {
        PageRequest request = PageRequest.of("/a/\"><script>alert(1)</script>", null, null);
        assertThat(errors.html(ErrorPage.told(404, request), "", request))
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"en\">", "Library &lt;&amp; Archive&gt;", "href=\"../../assets/acervo.css?v=")
                .contains("noindex", "<a href=\"../../themes\">Thematic areas</a>")
                .doesNotContain("<script", "canonical");
    }

    @Test
    void aPathThatLooksLikeASchemeStaysAPath() {
        PageRequest request = PageRequest.of("/javascript:alert(1)", null, null);
        assertThat(errors.html(ErrorPage.told(404, request), "", request))
                .contains("href=\"./javascript:alert(1)?lang=es\"")
                .doesNotContain("href=\"javascript");
    }
}
