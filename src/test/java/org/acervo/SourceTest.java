package org.acervo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Holds the sources small and explained. */
class SourceTest {
    private static final Path PRODUCT = Path.of("src/main/java");
    private static final List<Path> ALL = List.of(PRODUCT, Path.of("src/test/java"), Path.of("it/java"));
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;
    private static final int LONGEST_TEST_FILE = 500;
    private static final int LONGEST_TEST_METHOD = 50;
    private static final int SHORTEST_SENTENCE = 20;
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    @Test
    void filesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources(ALL)) {
            int lines = Files.readAllLines(file).size();
            if (lines > (file.startsWith(PRODUCT) ? LONGEST_FILE : LONGEST_TEST_FILE)) {
                tooLong.add(file + " has " + lines + " lines");
            }
        }
        assertThat(tooLong)
                .as("files of more than %d lines, tests %d", LONGEST_FILE, LONGEST_TEST_FILE)
                .isEmpty();
    }

    @Test
    void methodsAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources(ALL)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new LongMethods(unit, positions, tooLong).scan(unit, null);
            }
        }
        assertThat(tooLong)
                .as("methods of more than %d lines, tests %d", LONGEST_METHOD, LONGEST_TEST_METHOD)
                .isEmpty();
    }

    @Test
    void packagesSayWhatBelongsThere() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path folder : packages()) {
            Path file = folder.resolve("package-info.java");
            String text = Files.exists(file) ? Files.readString(file) : "";
            Matcher javadoc = JAVADOC.matcher(text);
            if (!javadoc.find() || !isSentence(javadoc.group(1))) {
                silent.add(file + " has no sentence");
            }
            if (!text.contains("@NullMarked")) {
                silent.add(file + " is not @NullMarked");
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean isSentence(String comment) {
        String text = comment.replace('*', ' ').strip();
        return text.length() >= SHORTEST_SENTENCE && text.contains(" ") && text.contains(".");
    }

    private static Set<Path> packages() throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (Path file : sources(List.of(PRODUCT))) {
            folders.add(file.getParent());
        }
        return folders;
    }

    private static List<Path> sources(List<Path> roots) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : roots) {
            if (Files.exists(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    /**
     * Counts a method from the line of its opening brace to that of its closing one. A method that is nothing but a
     * table, one {@code return switch}, may be as long as the table is.
     */
    private static final class LongMethods extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            if (method.getBody() != null && !isTable(method.getBody())) {
                long first = line(positions.getStartPosition(unit, method.getBody()));
                long last = line(positions.getEndPosition(unit, method.getBody()));
                String file = unit.getSourceFile().getName();
                int longest = Path.of(file).startsWith(PRODUCT) ? LONGEST_METHOD : LONGEST_TEST_METHOD;
                if (last - first + 1 > longest) {
                    found.add("%s:%d %s has %d lines".formatted(file, first, method.getName(), last - first + 1));
                }
            }
            return super.visitMethod(method, unused);
        }

        private static boolean isTable(BlockTree body) {
            return body.getStatements().size() == 1
                    && body.getStatements().get(0) instanceof ReturnTree answer
                    && answer.getExpression() instanceof SwitchExpressionTree;
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
