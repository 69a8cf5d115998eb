package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_message_in_every_language(Rule rule) {
        List<String> messages = Stream.of(InterfaceLanguage.values())
                .map(Finding.of(rule, "/title/0", "GIVEN", "EXPECTED", "OTHER")::message)
                .toList();
        assertThat(messages).doesNotHaveDuplicates().allSatisfy(message -> assertThat(message)
                .endsWith(".")
                .hasSizeBetween(20, 300)
                .doesNotContain("''", "{0}", "{1}", "{2}", "  "));
        assertThat(messages)
                .map(message -> message.contains("GIVEN"))
                .containsOnly(messages.get(0).contains("GIVEN"));
        assertThat(messages)
                .map(message -> message.contains("EXPECTED, OTHER"))
                .containsOnly(messages.get(0).contains("EXPECTED, OTHER"));
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_message_without_what_is_expected(Rule rule) {
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            String message = Finding.of(rule, "", null).message(language);
            assertThat(message).endsWith(".").doesNotContain("null", ": .");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_the_same_messages_and_no_more(InterfaceLanguage language) {
        ResourceBundle bundle = ResourceBundle.getBundle("org.acervo.catalog.findings", language.locale());
        TreeSet<String> english = new TreeSet<>(ResourceBundle.getBundle("org.acervo.catalog.findings", Locale.ROOT)
                .keySet());
        assertThat(new TreeSet<>(bundle.keySet())).isEqualTo(english);
        List<String> codes = Stream.of(Rule.values()).map(Rule::code).toList();
        assertThat(english).allSatisfy(key -> assertThat(codes).contains(key.replace(".expected", "")));
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void english_is_english_on_a_machine_that_speaks_spanish() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("es-MX"));
            ResourceBundle.clearCache();
            Finding finding = Finding.of(Rule.REQUIRED, "/title", null);
            assertThat(finding.message(InterfaceLanguage.EN)).isEqualTo("This is required. Please fill it in.");
            assertThat(finding.message(InterfaceLanguage.PT))
                    .isEqualTo("Este dado é obrigatório. Preencha-o, por favor.");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void the_message_says_what_was_given_and_what_is_expected() {
        assertThat(Finding.of(Rule.UNKNOWN_CODE, "/type", "{rep'ort}", "report", "study")
                        .message(InterfaceLanguage.EN))
                .isEqualTo("“{rep'ort}” is not a code that is known here. Please choose one from the list."
                        + " The nearest ones: report, study.");
        assertThat(Finding.of(Rule.NOT_AN_OBJECT, "", null).message(InterfaceLanguage.FR))
                .isEqualTo("Ceci doit être un objet JSON\u00A0: il commence par { et finit par }.");
    }

    @Test
    void a_long_value_is_cut_between_characters() {
        String long200 = "x".repeat(199) + "😀😀";
        assertThat(Finding.of(Rule.TOO_LONG, "/title/0", long200).given()).isEqualTo("x".repeat(199) + "…");
    }
}
