package org.acervo.console.vocabularies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.authority.Authority;
import org.acervo.authority.LanguageName;
import org.acervo.console.Fields;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.ThematicArea;
import org.junit.jupiter.api.Test;

class TermFormTest {

    private static final String LABELS = "label.en=+A%00a+&label.es=B&label.fr=C&label.pt=D";
    private static final Labels READ = new Labels("Aa", "B", "C", "D");

    private static Term read(Authority authority, String form, Term before) {
        return TermForm.read(authority, "code", Fields.parse(form), before, null);
    }

    @Test
    void labels_and_descriptions_are_cleaned() {
        assertThat(read(Authority.THEMES, LABELS + "&description.en=x", null))
                .isEqualTo(new ThematicArea("code", READ, new Labels("x", "", "", "")));
        assertThat(read(Authority.LANGUAGES, LABELS + "&marc=+myn+", null))
                .isEqualTo(new LanguageName("code", READ, "myn"));
        assertThat(read(Authority.LANGUAGES, LABELS, null)).isEqualTo(new LanguageName("code", READ, null));
    }

    @Test
    void a_type_that_is_there_keeps_its_mapping_whatever_is_sent() {
        PublicationType before =
                new PublicationType("code", Labels.same("x"), "Text", "http://purl.org/coar/x", "report", "report");
        assertThat(read(Authority.TYPES, LABELS + "&like=news", before))
                .isEqualTo(before.narrower("code", READ))
                .extracting(each -> ((PublicationType) each).like())
                .isEqualTo("report");
    }

    @Test
    void an_organization_with_one_name_has_it_everywhere_and_each_alias_once() {
        assertThat(read(
                        Authority.ORGANIZATIONS,
                        "label.es=Instituto&aliases=Uno%0D%0A+Dos+%0A%0AUno&kind=academia&country=MX&acronym=+",
                        null))
                .isEqualTo(new Organization(
                        "code",
                        Labels.same("Instituto"),
                        null,
                        List.of("Uno", "Dos"),
                        Organization.Kind.ACADEMIA,
                        "MX",
                        null));
    }
}
