import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Makes publications to measure with: {@code java it/bench/Records.java N OUT.jsonl [seed]}.
 *
 * <p>The same N and seed give the same bytes, and a smaller N the first lines of a larger one. Text is stock phrases
 * and words of an invented vocabulary, the frequent ones frequent as in a language, so that gzip and the search index
 * meet about what they meet in earnest.
 */
public final class Records {
    private static final double WITHDRAWN = 0.03;

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: java Records.java N OUT.jsonl [seed]");
            System.exit(2);
        }
        int count = Integer.parseInt(arguments[0]);
        Path out = Path.of(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        try (Writer writer = Files.newBufferedWriter(out)) {
            for (int number = 1; number <= count; number++) {
                writer.write(new Publication(number, seed).json());
                writer.write('\n');
            }
        }
        System.out.printf(Locale.ROOT, "%d records, %d bytes each%n", count, Files.size(out) / Math.max(1, count));
    }

    private record Mission(String code, String name, String country, String language) {}

    private static final List<Mission> MISSIONS = List.of(
            new Mission("mexico", "México", "MX", "es"),
            new Mission("guatemala", "Guatemala", "GT", "es"),
            new Mission("el-salvador", "El Salvador", "SV", "es"),
            new Mission("honduras", "Honduras", "HN", "es"),
            new Mission("costa-rica", "Costa Rica", "CR", "es"),
            new Mission("panama", "Panamá", "PA", "es"),
            new Mission("dominican-republic", "República Dominicana", "DO", "es"),
            new Mission("belize", "Belize", "BZ", "en"),
            new Mission("haiti", "Haiti", "HT", "en"),
            new Mission("dominica", "Dominica", "DM", "en"),
            new Mission("guyana", "Guyana", "GY", "en"));

    private static final List<String> THEMES = List.of(
            "policy-governance-legal",
            "labour-mobility",
            "migration-data",
            "protection-assistance",
            "environment-climate",
            "media-communications",
            "emergency-crisis");

    /** Reports are many and books few: the earlier, the more often. */
    private static final List<String> TYPES = List.of(
            "report", "situation-report", "assessment", "infosheet", "study", "survey", "executive-summary", "guideline",
            "policy-brief", "evaluation", "working-paper", "training-material", "map", "dataset", "book");

    private static final List<String> LICENCES = List.of(
            "https://creativecommons.org/licenses/by-nc-nd/3.0/igo/",
            "https://creativecommons.org/licenses/by-nc-nd/4.0/",
            "https://rightsstatements.org/vocab/CNE/1.0/");

    private static final List<String> SURNAMES = List.of(
            "Alvarado", "Baptiste", "Castillo", "Charles", "Durán", "Espinoza", "Fernández", "Guzmán", "Joseph", "Ibáñez",
            "López", "Morales", "Nuñez", "Ortega", "Peña", "Ramírez", "Singh", "Thompson", "Velásquez", "Williams");

    private static final List<String> GIVEN_NAMES = List.of(
            "Adriana", "Benjamín", "Carmen", "Daniel", "Élise", "Florence", "Gabriel", "Héctor", "Inés", "Jean-Pierre",
            "Karla", "Lucía", "Marcus", "Noemí", "Óscar", "Patricia", "Ruth", "Sebastián", "Tomás", "Ximena");

    private static final List<String> KINDS_ES = List.of(
            "Monitoreo de", "Diagnóstico sobre", "Guía para la atención de", "Perfil de", "Evaluación rápida de",
            "Recomendaciones sobre", "Boletín trimestral de", "Lecciones aprendidas en");

    private static final List<String> KINDS_EN = List.of(
            "Monitoring of", "Diagnosis of", "Guide to the care of", "Profile of", "Rapid assessment of",
            "Recommendations on", "Quarterly bulletin of", "Lessons learnt from");

    private static final List<String> MATTERS_ES = List.of(
            "personas migrantes en tránsito", "población desplazada por desastres", "trabajadores agrícolas temporales",
            "niñas, niños y adolescentes retornados", "víctimas de trata", "comunidades de acogida",
            "flujos migratorios en la frontera sur", "remesas & inclusión financiera");

    private static final List<String> MATTERS_EN = List.of(
            "migrants in transit", "people displaced by disasters", "seasonal farm workers", "returned children",
            "victims of trafficking", "host communities", "mixed movements at the southern border",
            "remittances & financial inclusion");

    private static final List<String> PHRASES_ES = List.of(
            "El presente documento recoge los principales hallazgos del ejercicio realizado por la misión.",
            "La información fue levantada en puntos de flujo mediante entrevistas individuales y grupos focales.",
            "Más de la mitad de las personas encuestadas señaló motivos económicos como causa principal del viaje.",
            "Se identificaron necesidades prioritarias de alojamiento, salud, alimentación y orientación legal.",
            "Las autoridades locales y las organizaciones de la sociedad civil participaron en la validación.",
            "El margen de error es < 5 % con un nivel de confianza de 95 %.",
            "Los datos no son representativos de toda la población y deben leerse con cautela.",
            "Se incluyen recomendaciones para fortalecer la coordinación interinstitucional.");

    private static final List<String> PHRASES_EN = List.of(
            "This document gathers the main findings of the exercise carried out by the mission.",
            "Information was collected at flow monitoring points through interviews and focus groups.",
            "More than half of the respondents gave economic reasons as the main cause of their journey.",
            "Priority needs were identified in shelter, health, food and legal guidance.",
            "Local authorities and civil society organizations took part in the validation.",
            "The margin of error is < 5% at a confidence level of 95%.",
            "The data do not represent the whole population and should be read with caution.",
            "Recommendations are included to strengthen coordination among institutions.");

    private static final Vocabulary VOCABULARY = new Vocabulary(40_000);

    /** Invented words, the frequent ones much more frequent, after Zipf's law; a little flatter, for it has no grammar. */
    private static final class Vocabulary {
        private static final String[] HEADS = {
            "al", "be", "ca", "co", "des", "em", "fra", "gua", "in", "li", "ma", "mi", "no", "per", "pro", "re", "sa", "tra"
        };
        private static final String[] MIDDLES = {
            "ba", "cio", "da", "di", "fe", "gra", "la", "lle", "men", "mu", "na", "ni", "po", "ra", "ri", "ta", "tu", "vi"
        };
        private static final String[] TAILS = {"", "s", "ción", "do", "dad", "les", "mente", "ndo", "r", "tion", "ty", "ing"};

        private final String[] words;
        private final double[] reach;

        Vocabulary(int size) {
            words = new String[size];
            reach = new double[size];
            Random random = new Random(2_718);
            double sum = 0;
            for (int rank = 0; rank < size; rank++) {
                words[rank] = invented(random);
                sum += Math.pow(rank + 1, -0.85);
                reach[rank] = sum;
            }
            for (int rank = 0; rank < size; rank++) {
                reach[rank] /= sum;
            }
        }

        private static String invented(Random random) {
            StringBuilder word = new StringBuilder(HEADS[random.nextInt(HEADS.length)]);
            for (int more = random.nextInt(4); more > 0; more--) {
                word.append(MIDDLES[random.nextInt(MIDDLES.length)]);
            }
            return word.append(TAILS[random.nextInt(TAILS.length)]).toString();
        }

        String word(Random random) {
            int found = Arrays.binarySearch(reach, random.nextDouble());
            return words[Math.min(words.length - 1, found < 0 ? -found - 1 : found)];
        }
    }

    /** One line; every draw comes from its own number, whatever lines were made before. */
    private static final class Publication {
        private final int number;
        private final Random random;
        private final Mission mission;
        private final boolean bilingual;
        private final int year;
        private final StringBuilder json = new StringBuilder(2_048);

        Publication(int number, long seed) {
            this.number = number;
            // The golden ratio scatters neighbouring numbers, for which Random would start alike.
            this.random = new Random(seed + number * 0x9E3779B97F4A7C15L);
            this.mission = any(MISSIONS);
            this.bilingual = chance(0.25);
            this.year = 1995 + random.nextInt(30);
        }

        String json() {
            json.append("{\"sourceId\":").append(quoted("bench-" + number));
            member("mission", quoted(mission.code()));
            member("type", quoted(TYPES.get((int) (TYPES.size() * random.nextDouble() * random.nextDouble()))));
            member("title", texts(this::title));
            member("description", texts(this::description));
            member("creator", list(creators()));
            member("publisher", list(List.of(quoted("International Organization for Migration"))));
            member("theme", list(themes()));
            member("subject", list(subjects()));
            member("date", quoted(date()));
            member("language", list(languages().stream().map(Records::quoted).toList()));
            member("coverage", list(coverage()));
            member("identifier", list(identifiers()));
            member("link", list(List.of(link())));
            member("rights", quoted(any(LICENCES)));
            member("extent", quoted(8 + random.nextInt(120) + " p."));
            if (chance(WITHDRAWN)) {
                member("withdrawn", quoted("Replaced by a later edition"));
            }
            return json.append('}').toString();
        }

        private void member(String name, String value) {
            json.append(',').append(quoted(name)).append(':').append(value);
        }

        private List<String> languages() {
            String other = mission.language().equals("es") ? "en" : "es";
            return bilingual ? List.of(mission.language(), other) : List.of(mission.language());
        }

        private String texts(UnaryOperator<String> inLanguage) {
            return list(languages().stream().map(l -> text(inLanguage.apply(l), l)).toList());
        }

        private String title(String language) {
            boolean spanish = language.equals("es");
            return any(spanish ? KINDS_ES : KINDS_EN) + " " + any(spanish ? MATTERS_ES : MATTERS_EN) + ", "
                    + mission.name() + " " + year + ": " + words(3) + " (" + number + ")";
        }

        /** A bilingual record shares its length between its two descriptions: lines stay of one size. */
        private String description(String language) {
            int length = (bilingual ? 240 : 640) + random.nextInt(200);
            StringBuilder text = new StringBuilder(any(language.equals("es") ? PHRASES_ES : PHRASES_EN));
            while (text.length() < length) {
                text.append(' ').append(chance(0.1) ? any(language.equals("es") ? PHRASES_ES : PHRASES_EN) : sentence());
            }
            return text.toString();
        }

        private String sentence() {
            String words = words(6 + random.nextInt(10));
            return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
        }

        private String words(int count) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                words.add(VOCABULARY.word(random));
            }
            return String.join(" ", words);
        }

        private List<String> creators() {
            List<String> creators = new ArrayList<>();
            for (int more = random.nextInt(3); more > 0; more--) {
                creators.add("{\"value\":" + quoted(any(SURNAMES) + ", " + any(GIVEN_NAMES)) + ",\"kind\":\"person\"}");
            }
            if (creators.isEmpty()) {
                creators.add("{\"value\":" + quoted("IOM " + mission.name()) + ",\"kind\":\"organization\"}");
            }
            return creators;
        }

        private List<String> themes() {
            TreeSet<String> themes = new TreeSet<>();
            for (int more = 1 + random.nextInt(2); more > 0; more--) {
                themes.add(quoted(any(THEMES)));
            }
            return List.copyOf(themes);
        }

        private List<String> subjects() {
            List<String> subjects = new ArrayList<>();
            for (int more = 1 + random.nextInt(3); more > 0; more--) {
                subjects.add(text(words(1 + random.nextInt(2)), mission.language()));
            }
            return subjects;
        }

        private String date() {
            return chance(0.4)
                    ? String.valueOf(year)
                    : String.format(Locale.ROOT, "%d-%02d-%02d", year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        }

        private List<String> coverage() {
            TreeSet<String> countries = new TreeSet<>(List.of(quoted(mission.country())));
            if (chance(0.2)) {
                countries.add(quoted(any(MISSIONS).country()));
            }
            return List.copyOf(countries);
        }

        private List<String> identifiers() {
            List<String> identifiers = new ArrayList<>();
            if (chance(0.5)) {
                identifiers.add("{\"value\":" + quoted(isbn()) + ",\"scheme\":\"isbn\"}");
            }
            String symbol = mission.country() + "/" + year + "/" + number;
            identifiers.add("{\"value\":" + quoted(symbol) + ",\"scheme\":\"symbol\"}");
            return identifiers;
        }

        /** With its true check digit, or every second line would bring a warning. */
        private String isbn() {
            String digits = String.format(Locale.ROOT, "978929068%03d", random.nextInt(1_000));
            int sum = 0;
            for (int i = 0; i < 12; i++) {
                sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
            }
            return "978-92-9068-" + digits.substring(9) + "-" + (10 - sum % 10) % 10;
        }

        private String link() {
            String url = "https://publications.example.org/" + mission.code() + "/" + number;
            return "{\"url\":" + quoted(url) + ",\"language\":" + quoted(mission.language()) + "}";
        }

        private boolean chance(double share) {
            return random.nextDouble() < share;
        }

        private <T> T any(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }

    private static String text(String value, String language) {
        return "{\"value\":" + quoted(value) + ",\"lang\":" + quoted(language) + "}";
    }

    private static String list(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    /** Nothing here holds control characters. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
