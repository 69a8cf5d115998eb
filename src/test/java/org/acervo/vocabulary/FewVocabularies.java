package org.acervo.vocabulary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few terms of each vocabulary, for tests that must not change when an operator's list does. */
public final class FewVocabularies {

    public static final String BY_NC_ND = "https://creativecommons.org/licenses/by-nc-nd/3.0/igo/";
    public static final String CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";

    private FewVocabularies() {}

    public static Vocabularies all() {
        return new Vocabularies(
                List.of(
                        mission("mexico", "Mexico", new Mission.Defaults("IOM Mexico", BY_NC_ND, "es", "MX")),
                        mission("belize", "Belize", new Mission.Defaults(null, null, "en", "BZ")),
                        mission("caribbean", "Caribbean", Mission.Defaults.NONE)),
                List.of(theme("migration-data", "Migration data"), theme("labour-mobility", "Labour mobility")),
                List.of(type("report", "Report"), type("study", "Study"), type("news", "News")),
                List.of(
                        organization("iom", "International Organization for Migration", "IOM"),
                        organization("uvg", "Universidad del Valle, Guatemala", null)),
                List.of(
                        licence(BY_NC_ND, "Attribution-NonCommercial-NoDerivatives"),
                        licence(CC0, "CC0 1.0 Universal"),
                        licence(Licence.NOT_EVALUATED, "Copyright Not Evaluated")),
                new Languages(Map.of(
                        "und", new Languages.Entry("und", Labels.same("Language not known"), "und"),
                        "quc", new Languages.Entry("quc", Labels.same("K’iche’"), "myn"))),
                new Places(Map.of("MX-CHP", "Chiapas")));
    }

    private static Mission mission(String code, String label, Mission.Defaults defaults) {
        return new Mission(code, Labels.same(label), List.of("MX"), defaults, true);
    }

    private static ThematicArea theme(String code, String label) {
        return new ThematicArea(code, Labels.same(label), Labels.same(label));
    }

    private static PublicationType type(String code, String label) {
        return new PublicationType(
                code, Labels.same(label), "Text", "http://purl.org/coar/resource_type/c_93fc", "report");
    }

    private static Organization organization(String code, String name, @Nullable String acronym) {
        return new Organization(code, Labels.same(name), acronym, List.of(), Organization.Kind.ACADEMIA, null, null);
    }

    private static Licence licence(String uri, String label) {
        return new Licence(uri, Labels.same(label), null, true);
    }
}
