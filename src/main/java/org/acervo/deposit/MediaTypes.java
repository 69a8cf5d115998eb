package org.acervo.deposit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/** The media types in which a publication comes and goes. */
final class MediaTypes {

    static final String JSON = "application/json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String XML = "application/xml";
    static final String TEXT_XML = "text/xml";
    /** Dublin Core with its refinements, as the format {@code qdc} has it. */
    static final String QUALIFIED = "application/vnd.acervo.qdc+xml";
    /** Simple Dublin Core, as the format {@code oai_dc} has it. */
    static final String SIMPLE = "application/vnd.acervo.oai-dc+xml";

    static final List<String> DOCUMENTS = List.of(JSON, XML, TEXT_XML, QUALIFIED, SIMPLE);
    static final List<String> PATCHES = List.of(MERGE_PATCH, JSON);

    /** The metadata prefix of the format that each type of XML is answered in. */
    static final Map<String, String> PREFIXES = Map.of(XML, "qdc", TEXT_XML, "qdc", QUALIFIED, "qdc", SIMPLE, "oai_dc");

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** The type without parameters, in lower case. */
    static String bare(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The encoding that the type names, or null where it names none. */
    static @Nullable String charset(String type) {
        Matcher charset = CHARSET.matcher(type);
        return charset.find() ? charset.group(1) : null;
    }

    static boolean isXml(String type) {
        return PREFIXES.containsKey(bare(type));
    }

    /** @throws Refused where the type is none of those taken */
    static void require(String type, List<String> taken) {
        if (!taken.contains(bare(type))) {
            throw new Refused(Finding.of(Rule.UNSUPPORTED_TYPE, "Content-Type", bare(type), taken));
        }
    }
}
