package org.acervo;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Holds the house together: who may know whom, and where each technology stays. */
@AnalyzeClasses(packages = "org.acervo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.acervo.";
    private static final Set<String> CORE = Set.of("vocabulary", "catalog");
    private static final Set<String> WORKS = Set.of("vocabulary", "catalog", "format", "files", "access", "oai");
    private static final Set<String> FACES = Set.of(
            "vocabulary", "catalog", "format", "files", "access", "oai", "pages", "publishing", "search", "site");

    private static Set<String> with(Set<String> parts, String one) {
        Set<String> all = new HashSet<>(parts);
        all.add(one);
        return Set.copyOf(all);
    }

    /** The arrows: each part with the others it may use. {@code platform} may use everything and is used by none. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("vocabulary", Set.of()),
            Map.entry("catalog", Set.of("vocabulary")),
            Map.entry("oai", CORE),
            Map.entry("site", with(CORE, "access")),
            Map.entry("pages", CORE),
            Map.entry("format", CORE),
            Map.entry("files", CORE),
            Map.entry("access", CORE),
            Map.entry("sql", Set.of("catalog")),
            Map.entry("persistence", Set.of("vocabulary", "catalog", "format")),
            Map.entry("publishing", WORKS),
            Map.entry("search", WORKS),
            Map.entry("oai.http", FACES),
            Map.entry("deposit", FACES),
            Map.entry("deposit.webhook", with(FACES, "deposit")),
            Map.entry("curation", with(with(WORKS, "publishing"), "search")),
            Map.entry("authority", with(with(WORKS, "publishing"), "search")),
            Map.entry("console", with(with(FACES, "curation"), "authority")),
            Map.entry("console.deposit", with(with(with(FACES, "curation"), "deposit"), "console")),
            Map.entry("library", FACES),
            Map.entry("launcher", Set.of()));

    @ArchTest
    static final ArchRule PARTS_FOLLOW_THE_ARROWS = classes().should(followTheArrows());

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.acervo.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PURE_PACKAGES_KNOW_NO_FRAMEWORK = noClasses()
            .that(resideInAPackage("org.acervo.vocabulary..")
                    .or(resideInAPackage("org.acervo.catalog.."))
                    .or(resideInAPackage("org.acervo.oai.."))
                    .and(resideOutsideOfPackages("..http..", "..persistence..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "javax.sql..", "java.sql..", "org.apache.lucene..");

    @ArchTest
    static final ArchRule DATABASE_ACCESS_STAYS_IN_PERSISTENCE = noClasses()
            .that(resideOutsideOfPackages("..persistence..", "org.acervo.sql..", "org.acervo.platform.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.mariadb..");

    /** Each that had its own took something else for an outage. */
    @ArchTest
    static final ArchRule STATEMENTS_ARE_PREPARED_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("org.acervo.sql..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.PreparedStatement");

    @ArchTest
    static final ArchRule FLYWAY_STAYS_IN_PLATFORM = noClasses()
            .that(resideOutsideOfPackages("org.acervo.platform.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flywaydb..");

    @ArchTest
    static final ArchRule PLATFORM_IS_JPA_FREE = noClasses()
            .that()
            .resideInAPackage("org.acervo.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule LUCENE_STAYS_IN_SEARCH = noClasses()
            .that()
            .resideOutsideOfPackage("org.acervo.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule JAXB_STAYS_WHERE_XML_IS = noClasses()
            .that(resideOutsideOfPackages("org.acervo.format..", "org.acervo.oai.http..", "org.acervo.deposit.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.xml.bind..");

    /** It looks through every library of the server for its provider, each time. */
    @ArchTest
    static final ArchRule JSON_IS_MADE_IN_ONE_PLACE = noClasses()
            .should()
            .callMethodWhere(target(owner(name("jakarta.json.Json")))
                    .and(target(nameMatching("create(ObjectBuilder|ArrayBuilder|Value|MergePatch)"))));

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL =
            fields().that().areStatic().should().beFinal();

    /** The container's own has a single thread, on which long work holds up all other. */
    @ArchTest
    static final ArchRule BACKGROUND_WORK_TAKES_THE_SCHEDULE_OF_THE_APPLICATION = fields().that()
            .haveRawType("jakarta.enterprise.concurrent.ManagedScheduledExecutorService")
            .and()
            .areNotDeclaredIn("org.acervo.platform.Schedule")
            .should()
            .beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule RESOURCES_HOLD_NO_TRANSACTION = noClasses()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .beAnnotatedWith("jakarta.transaction.Transactional");

    @ArchTest
    static final ArchRule RESOURCE_METHODS_HOLD_NO_TRANSACTION = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .notBeAnnotatedWith("jakarta.transaction.Transactional");

    /** The container reads any other body as a whole, however large, before it is known who sends it. */
    @ArchTest
    static final ArchRule BODIES_COME_AS_STREAMS = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should(new ArchCondition<>("take the body as a stream") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean answers = method.getAnnotations().stream()
                            .anyMatch(each -> each.getRawType().getName().matches("jakarta\\.ws\\.rs\\.[A-Z]+"));
                    for (JavaParameter parameter : method.getParameters()) {
                        if (answers
                                && parameter.getAnnotations().stream()
                                        .noneMatch(each ->
                                                each.getRawType().getName().startsWith("jakarta.ws.rs."))
                                && !parameter.getRawType().isEquivalentTo(InputStream.class)) {
                            events.add(SimpleConditionEvent.violated(method, parameter.getDescription()));
                        }
                    }
                }
            });

    private static ArchCondition<JavaClass> followTheArrows() {
        return new ArchCondition<>("use only the parts that theirs may use") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    if (used.getName().startsWith(ROOT) && !mayUse(part(user), part(used))) {
                        events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** A part with tables of its own has them in {@code part.persistence}, which may use what the part may, and SQL. */
    private static boolean mayUse(String user, String used) {
        if (user.equals(used) || user.equals("platform")) {
            return true;
        }
        if (used.equals("platform") || used.endsWith("persistence")) {
            return false;
        }
        if (used.equals("sql")) {
            return user.endsWith("persistence");
        }
        String owner = user.replaceAll("\\.persistence$", "");
        return owner.equals(used) || ARROWS.getOrDefault(owner, Set.of()).contains(used);
    }

    /**
     * The part of the house that a class belongs to: the first word of its package, the second if that is one, and the last
     * where tables are.
     */
    private static String part(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return name;
        }
        String[] words = name.substring(ROOT.length()).split("\\.", -1);
        boolean two = words.length > 1 && ARROWS.containsKey(words[0] + "." + words[1]);
        boolean tables = words.length > 1 && words[words.length - 1].equals("persistence");
        return (two ? words[0] + "." + words[1] : words[0]) + (tables ? ".persistence" : "");
    }
}
