package org.acervo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

    @ParameterizedTest
    @CsvSource({"/, ./", "/robots.txt, ./", "/publications/12, ../", "/publications/12/, ../../", "//x, ../"})
    void theRootIsFoundFromAnyDepth(String path, String root) {
        assertThat(PageRequest.of(path, null, null).root()).isEqualTo(root);
    }

    @Test
    void theAddressGoesBeforeTheBrowser() {
        PageRequest chosen = PageRequest.of("/publications/12", "x=1&lang=fr", "pt-BR,en;q=0.5");
        assertThat(chosen.language()).isEqualTo(InterfaceLanguage.FR);
        assertThat(chosen.to("oai/view")).isEqualTo("../oai/view?lang=fr");
        assertThat(chosen.in(InterfaceLanguage.ES)).isEqualTo("../publications/12?lang=es");

        PageRequest negotiated = PageRequest.of("/publications/12", null, "pt-BR,en;q=0.5");
        assertThat(negotiated.language()).isEqualTo(InterfaceLanguage.PT);
        assertThat(negotiated.to("")).isEqualTo("../");
    }

    @ParameterizedTest
    @CsvSource({"lang=de", "lang=", "lang=%65%6E", "language=fr", "xlang=fr", "lang=fr<script>"})
    void aLanguageThatPagesDoNotHaveIsNoChoice(String query) {
        PageRequest request = PageRequest.of("/", query, "es");
        assertThat(request.chosen()).isFalse();
        assertThat(request.language()).isEqualTo(InterfaceLanguage.ES);
    }

    @Test
    void theQueryOfAPageStaysInEveryLanguage() {
        PageRequest request = PageRequest.of("oai/view", Map.of("set", List.of("mission:mexico & more")), "en", null);
        assertThat(request.in(InterfaceLanguage.PT)).isEqualTo("../oai/view?set=mission:mexico+%26+more&lang=pt");
    }
}
