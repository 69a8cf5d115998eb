package org.acervo.launcher;

import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one run, checked.
 *
 * <p>A setting comes from a system property, else from the environment, else from {@code acervo.properties} in the
 * configuration folder; an empty one stands for its default. The server inside the same process reads system
 * properties and the environment by itself; {@link #publish} adds what it would otherwise not see.
 */
final class Settings {
    /** The folder with everything an operator edits. */
    static final String CONFIG_KEY = "ACERVO_CONFIG";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Path config;
    private final Path data;
    private final Map<Setting, String> given;

    private Settings(Path config, Path data, Map<Setting, String> given) {
        this.config = config;
        this.data = data;
        this.given = given;
    }

    /**
     * Reads and checks all settings.
     *
     * @param where where they are looked for
     * @throws Refusal if some are wrong, naming each of them, or if there is no configuration folder
     */
    static Settings read(Sources where) throws Refusal {
        Path config = where.configFolder();
        Properties file = load(config.resolve("acervo.properties"));
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        List<String> wrong = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String value = where.find(setting.key(), file).strip();
            if (!value.isEmpty()) {
                given.put(setting, value);
                if (!setting.check().accepts().test(value)) {
                    wrong.add("%s is \"%s\"; expected %s"
                            .formatted(
                                    setting.key(),
                                    masked(value),
                                    setting.check().expected()));
                }
            }
        }
        wrong.addAll(incomplete(given));
        if (!wrong.isEmpty()) {
            throw Refusal.failed(wrong);
        }
        String data = given.getOrDefault(Setting.DATA, Setting.DATA.fallback());
        return new Settings(config, where.resolve(data), given);
    }

    /** What is wrong with settings that make sense only together: those of the OpenID provider. */
    private static List<String> incomplete(Map<Setting, String> given) {
        Set<Setting> all = EnumSet.of(Setting.OIDC_ISSUER, Setting.OIDC_CLIENT_ID, Setting.OIDC_CLIENT_SECRET);
        Set<Setting> there = EnumSet.copyOf(all);
        there.retainAll(given.keySet());
        if ("true".equals(given.get(Setting.OIDC_ONLY))) {
            there.add(Setting.OIDC_ONLY);
        }
        all.removeAll(given.keySet());
        return there.isEmpty()
                ? List.of()
                : all.stream()
                        .map(missing -> "%s is missing; %s needs it"
                                .formatted(
                                        missing.key(), there.iterator().next().key()))
                        .toList();
    }

    /** The names in {@code acervo.properties} that are no setting, misspelt ones perhaps. */
    List<String> unknownNames() throws Refusal {
        List<String> unknown =
                new ArrayList<>(load(config.resolve("acervo.properties")).stringPropertyNames());
        for (Setting setting : Setting.values()) {
            unknown.remove(setting.key());
        }
        return unknown;
    }

    /** The folder with everything an operator edits, absolute. */
    Path config() {
        return config;
    }

    /** The folder with everything the repository keeps, absolute; it need not exist. */
    Path data() {
        return data;
    }

    int httpPort() {
        return Integer.parseInt(get(Setting.HTTP_PORT));
    }

    /** The memory of the embedded database's buffer pool, as MariaDB writes sizes. */
    String databaseMemory() {
        return explicit(Setting.DB_MEMORY).orElseGet(() -> databaseMemory(physicalMemory()));
    }

    /** A quarter of a machine's memory in bytes, but neither less than is good nor more than a repository fills. */
    static String databaseMemory(long physical) {
        return Math.max(256, Math.min(physical >> 22, 8192)) + "M";
    }

    private static long physicalMemory() {
        try {
            return (Long) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "TotalMemorySize");
        } catch (JMException unknown) {
            return 0; // another JVM than OpenJDK's: the least that is good
        }
    }

    /** The database to use instead of the embedded one. */
    Optional<DatabaseAddress> externalDatabase() {
        return explicit(Setting.DB_URL)
                .map(url -> new DatabaseAddress(url, get(Setting.DB_USER), get(Setting.DB_PASSWORD)));
    }

    /** The public address, without a slash at its end. */
    String baseUrl() {
        return explicit(Setting.BASE_URL).orElse(defaultBaseUrl()).replaceAll("/+$", "");
    }

    /** Whether an empty repository is filled with the sample library. */
    boolean sample() {
        return explicit(Setting.SAMPLE)
                .map(Boolean::parseBoolean)
                .orElseGet(() -> externalDatabase().isEmpty()
                        && LOOPBACK.contains(URI.create(baseUrl()).getHost()));
    }

    /**
     * Adds to {@code system} what the server must know and does not find in the environment: the settings that come
     * from the file, the folders with their absolute paths, and the defaults that follow from other settings. The base
     * URL is there only if someone set it, because a repository that exists keeps its own.
     */
    void publish(Properties system, Map<String, String> environment) {
        given.forEach((setting, value) -> {
            if (!environment.containsKey(setting.key())) {
                system.putIfAbsent(setting.key(), value);
            }
        });
        system.setProperty(CONFIG_KEY, config.toString());
        system.setProperty(Setting.DATA.key(), data.toString());
        system.setProperty(Setting.SAMPLE.key(), Boolean.toString(sample()));
        system.setProperty("acervo.default.base.url", defaultBaseUrl());
    }

    private String defaultBaseUrl() {
        return "http://localhost:" + httpPort();
    }

    private Optional<String> explicit(Setting setting) {
        return Optional.ofNullable(given.get(setting));
    }

    private String get(Setting setting) {
        return explicit(setting).orElse(setting.fallback());
    }

    private static String masked(String value) {
        return value.replaceAll("(?i)(password=)[^&]*", "$1***");
    }

    private static Properties load(Path file) throws Refusal {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw Refusal.failed("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
        return properties;
    }

    /**
     * Where settings are looked for.
     *
     * @param system the system properties
     * @param environment the environment variables
     * @param workingDirectory what relative paths start from
     * @param home the folder of the program itself
     */
    record Sources(Properties system, Map<String, String> environment, Path workingDirectory, Path home) {
        /** The value of {@code key}, empty if there is none. */
        String find(String key, Properties file) {
            return firstOf(system.getProperty(key), environment.get(key), file.getProperty(key));
        }

        Path resolve(String path) {
            return workingDirectory.resolve(path).toAbsolutePath().normalize();
        }

        /** @throws Refusal if there is none */
        Path configFolder() throws Refusal {
            String set = firstOf(system.getProperty(CONFIG_KEY), environment.get(CONFIG_KEY))
                    .strip();
            if (!set.isEmpty()) {
                if (!Files.isDirectory(resolve(set))) {
                    throw Refusal.failed("%s is \"%s\"; expected a folder".formatted(CONFIG_KEY, set));
                }
                return resolve(set);
            }
            Path here = resolve("config");
            Path beside = home.resolve("config");
            if (!Files.isDirectory(here) && !Files.isDirectory(beside)) {
                throw Refusal.failed("There is no configuration folder, neither %s nor %s; %s can name another"
                        .formatted(here, beside, CONFIG_KEY));
            }
            return Files.isDirectory(here) ? here : beside;
        }

        private static String firstOf(@Nullable String... values) {
            for (String value : values) {
                if (value != null) {
                    return value;
                }
            }
            return "";
        }
    }
}
