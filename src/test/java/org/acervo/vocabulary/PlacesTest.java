package org.acervo.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private final Places places = new Places(Map.of("MX-CHP", "Chiapas"));

    @ParameterizedTest
    @CsvSource({"MX, MX", "mx, MX", "mx-chp, MX-CHP", "29, 029", "1, 001", "029, 029", "484, MX", "4, AF", "084, BZ"})
    void careless_codes_are_mended(String given, String code) {
        assertThat(places.normalise(given)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mx", "la-paz", "xx", "mx-zzz", "Tapachula", "", "ñ", "2021", "٢٩"})
    void other_texts_stay(String text) {
        assertThat(places.normalise(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MX", "MX-CHP", "GT-1", "029", "419", "001"})
    void known_codes(String code) {
        assertThat(places.looksLikeCode(code)).isTrue();
        assertThat(places.isKnown(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "XX-CHP", "999", "000"})
    void unknown_codes(String code) {
        assertThat(places.looksLikeCode(code)).isTrue();
        assertThat(places.isKnown(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tapachula", "T", "", "mx", "MX-", "MX-CHPS", "29", "MEX"})
    void names_are_no_codes(String name) {
        assertThat(places.looksLikeCode(name)).isFalse();
        assertThat(places.country(name)).isEmpty();
    }

    @Test
    void the_country_of_a_code() {
        assertThat(places.country("MX-CHP")).contains("MX");
        assertThat(places.country("MX")).contains("MX");
        assertThat(places.country("029")).isEmpty();
        assertThat(places.country("ZZ")).isEmpty();
    }

    @Test
    void labels_in_the_language() {
        assertThat(places.label("MX", InterfaceLanguage.FR)).isEqualTo("Mexique");
        assertThat(places.label("MX-CHP", InterfaceLanguage.FR)).isEqualTo("Chiapas");
        assertThat(places.label("MX-OAX", InterfaceLanguage.EN)).isEqualTo("Mexico (MX-OAX)");
        assertThat(places.label("029", InterfaceLanguage.ES)).isEqualTo("Caribe");
    }
}
