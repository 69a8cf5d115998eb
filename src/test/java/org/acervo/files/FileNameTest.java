package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.pdf",
                "Informe «ñ» 2021 (final).pdf",
                "no-ending",
                "移民.docx",
                "a..b.pdf",
                "100%.pdf",
                "console.pdf",
                "#1 & 2; 'x' + y=z.pdf"
            })
    void goodNamesStay(String name) {
        assertThat(FileName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../a.pdf",
                "a/b.pdf",
                "a\\b.pdf",
                ".htaccess",
                "a.pdf ",
                " a.pdf",
                "a.pdf.",
                "a\u0000.pdf",
                "a\n.pdf",
                "a\u007F.pdf",
                "a\u202Efdp.exe",
                "a\u200B.pdf",
                "a\uD800.pdf",
                "a\uFFFF.pdf",
                "CON",
                "con.pdf",
                "LPT1.txt",
                "com9",
                "a:b.pdf",
                "a?.pdf",
                "a*.pdf",
                "a\"b.pdf",
                "<a>.pdf",
                "a|b.pdf",
                "\u3000a.pdf"
            })
    void badNamesAreRefused(String name) {
        assertThatThrownBy(() -> FileName.of(name))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.MALFORMED_FILE_NAME)));
    }

    @Test
    void namesThatLookTheSameAreTheSame() {
        assertThat(FileName.of("Informe n\u0303.pdf")).isEqualTo("Informe ñ.pdf");
    }

    @Test
    void aNameIsAsLongAsFileSystemsTakeIt() {
        assertThat(FileName.of("ñ".repeat(120))).hasSize(120);
        assertThatThrownBy(() -> FileName.of("ñ".repeat(121))).isInstanceOf(Refused.class);
    }
}
