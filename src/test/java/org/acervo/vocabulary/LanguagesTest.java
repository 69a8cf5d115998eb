package org.acervo.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private final Languages languages = FewVocabularies.all().languages();

    @ParameterizedTest
    @CsvSource({
        "es, es",
        "ES, es",
        "pt_br, pt-BR",
        "' pt-BR ', pt-BR",
        "es-419, es-419",
        "zh_hans_cn, zh-Hans-CN",
        "iw, he",
        "zxx, zxx",
        "und, und",
        "UND, und",
        "mul, mul",
        "quc, quc",
        "quc-GT, quc-GT",
        "ht, ht"
    })
    void tags_become_canonical_and_stay_so(String given, String canonical) {
        assertThat(languages.normalise(given)).contains(canonical);
        assertThat(languages.normalise(canonical)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Spanish", "español", "qq", "xyz", "es-", "es--MX", "e", "x-private", "es MX"})
    void other_texts_are_no_tags(String text) {
        assertThat(languages.normalise(text)).isEmpty();
    }

    @Test
    void a_tag_without_end_is_none() {
        assertThat(languages.normalise("es" + "-abcdef".repeat(1_000_000))).isEmpty();
    }
}
