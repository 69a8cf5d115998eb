package org.acervo.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was asked for on the command line. */
sealed interface Command {
    /** Run the repository until it is told to stop. */
    record Serve() implements Command {}

    /** Work that the repository does itself, beside a running server or without one. */
    sealed interface Work extends Command {
        /** The first line of the request that is sent to the repository, without its line end. */
        String request();
    }

    /**
     * Load publications from JSON Lines.
     *
     * @param file a path, or {@code -} for standard input
     * @param overwrite whether a changed line replaces what staff edited meanwhile
     */
    record Import(String file, boolean overwrite) implements Work {
        @Override
        public String request() {
            return "import\toverwrite=" + overwrite;
        }
    }

    /** Render every stored payload again. */
    record Render() implements Work {
        @Override
        public String request() {
            return "render";
        }
    }

    /** Make the search index anew. */
    record Reindex() implements Work {
        @Override
        public String request() {
            return "reindex";
        }
    }

    /**
     * Make a mission's token.
     *
     * @param wishes what is said of it, by option
     */
    record Token(String mission, Map<String, String> wishes) implements Work {
        @Override
        public String request() {
            return "token\tmission=" + mission + joined(wishes);
        }
    }

    /**
     * Make an account, or a new password for one.
     *
     * @param wishes what is said of it, by option
     */
    record Account(String name, Map<String, String> wishes) implements Work {
        @Override
        public String request() {
            return "account\tname=" + name + joined(wishes);
        }
    }

    /** Say what the commands are. */
    record Help() implements Command {}

    /** Say which version this is. */
    record Version() implements Command {}

    /** The options of {@code token} with a value, and what the repository calls each. */
    Map<String, String> VALUES_OF_TOKEN =
            Map.of("--scope", "scope", "--expires", "days", "--on-behalf-of", "on-behalf-of", "--label", "label");

    /** A hundred years. */
    int LONGEST_DAYS = 36_500;

    /** The text of {@code --help}. */
    String HELP = """
            usage: java -jar acervo.jar COMMAND

              serve                     serves the repository until it is stopped (Ctrl-C or SIGTERM)
              import FILE [--overwrite] loads and publishes the publications of a JSON Lines file, - for
                                        standard input; a line that changes nothing is passed over, a changed
                                        one updates its publication; what staff edited since the last import
                                        is replaced only with --overwrite
              render                    renders every stored payload again, after a change of the base URL, say
              reindex                   makes the search index anew, while searches go on
              token MISSION [--scope deposit,publish,read] [--expires DAYS] [--on-behalf-of MISSION,...]
                            [--label TEXT]
                                        makes a token with which programs of a mission use the deposit interface;
                                        it is shown once, alone on standard output; without --scope it is for
                                        deposit,read, without --expires it lasts until it is revoked
              account NAME [--role depositor:MISSION|curator|administrator] [--reset]
                                        makes an account, or with --reset a new password; the password is shown
                                        once, alone on standard output; the first account is admin
              --help                    says this
              --version                 says which version this is

            import, render, reindex, token and account work beside a running server of the same data
            directory, and without one.
            Exit status: 0 done, 1 some lines refused or failed, 2 wrong usage.

            Settings come from system properties (java -DACERVO_HTTP_PORT=9090 -jar ...), from the
            environment and from config/acervo.properties, in this order; that file describes each.""";

    /**
     * Reads a command line.
     *
     * @throws Refusal if there is no such command, or it does not take these arguments
     */
    static Command parse(List<String> args) throws Refusal {
        if (args.isEmpty()) {
            throw Refusal.wrongUsage("Which command?");
        }
        String name = args.get(0);
        List<String> rest = args.subList(1, args.size());
        return switch (name) {
            case "serve" -> alone(name, rest, new Serve());
            case "render" -> alone(name, rest, new Render());
            case "reindex" -> alone(name, rest, new Reindex());
            case "import" -> parseImport(rest);
            case "token" -> parseToken(rest);
            case "account" -> parseAccount(rest);
            case "--help", "-h", "help" -> new Help();
            case "--version" -> new Version();
            default -> throw Refusal.wrongUsage("There is no command " + name);
        };
    }

    private static Command alone(String name, List<String> rest, Command command) throws Refusal {
        if (rest.contains("--help")) {
            return new Help();
        }
        if (!rest.isEmpty()) {
            throw Refusal.wrongUsage(name + " takes no argument " + rest.get(0));
        }
        return command;
    }

    private static Command parseImport(List<String> rest) throws Refusal {
        boolean overwrite = false;
        List<String> files = new ArrayList<>();
        for (String arg : rest) {
            if (arg.equals("--help")) {
                return new Help();
            } else if (arg.equals("--overwrite")) {
                overwrite = true;
            } else if (arg.startsWith("-") && !arg.equals("-")) {
                throw Refusal.wrongUsage("import has no option " + arg);
            } else {
                files.add(arg);
            }
        }
        return new Import(only(files), overwrite);
    }

    private static String only(List<String> files) throws Refusal {
        if (files.size() != 1) {
            throw Refusal.wrongUsage("import takes one file, - for standard input");
        }
        return files.get(0);
    }

    private static Command parseToken(List<String> rest) throws Refusal {
        if (rest.contains("--help")) {
            return new Help();
        }
        Options options = Options.parse("token", "mission, such as mexico", VALUES_OF_TOKEN, Set.of(), rest);
        String days = options.values().getOrDefault("days", "1");
        if (!Check.number(1, LONGEST_DAYS).accepts().test(days)) {
            throw Refusal.wrongUsage("--expires is \"%s\"; expected days, %s"
                    .formatted(days, Check.number(1, LONGEST_DAYS).expected()));
        }
        return new Token(options.subject(), options.values());
    }

    private static Command parseAccount(List<String> rest) throws Refusal {
        if (rest.contains("--help")) {
            return new Help();
        }
        Options options =
                Options.parse("account", "name, such as ana.perez", Map.of("--role", "role"), Set.of("--reset"), rest);
        return new Account(options.subject(), options.values());
    }

    private static String joined(Map<String, String> wishes) {
        StringBuilder text = new StringBuilder();
        wishes.forEach(
                (name, value) -> text.append('\t').append(name).append('=').append(value));
        return text.toString();
    }
}
