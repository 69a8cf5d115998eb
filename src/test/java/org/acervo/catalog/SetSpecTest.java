package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetSpecTest {

    @ParameterizedTest
    @ValueSource(strings = {"mission", "mission:el-salvador", "a:b:c", "Z9-_.!~*'()"})
    void partsAreOfLettersDigitsAndMarks(String text) {
        assertThat(SetSpec.parse(text)).hasValue(new SetSpec(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "a:", ":a", "a::b", "a b", "á", "a/b", "a\n"})
    void nothingElseIsOne(String text) {
        assertThat(SetSpec.parse(text)).isEmpty();
        assertThatThrownBy(() -> new SetSpec(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
