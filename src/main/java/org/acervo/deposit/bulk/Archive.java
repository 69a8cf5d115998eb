package org.acervo.deposit.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Nearest;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/** An archive with a sheet and the files that its rows name. Reading entries is thread-safe. */
final class Archive implements Closeable {

    private static final long HARMLESS = 1024L * 1024 * 1024;
    private static final int MOST_ENTRIES = 20_000;
    private static final int RATIO = 200;
    private static final Pattern SHEET = Pattern.compile("(?i).*\\.(xlsx|csv|tsv)");

    /** What operating systems put into archives by themselves. */
    private static final Pattern STRAY =
            Pattern.compile("(?i)(.*/)?(__macosx/.*|\\.ds_store|thumbs\\.db|desktop\\.ini|~\\$.*|\\._.*)");

    /** How names are compared, the strictest way first. */
    private static final List<Function<String, String>> WAYS = List.of(
            name -> Normalizer.normalize(name, Normalizer.Form.NFC),
            name -> Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT),
            Folded::of);

    private static final String PATH = "=";
    private static final String END = "/";

    private final Map<String, List<ZipEntry>> index = new HashMap<>();
    private final ZipFile zip;
    private final List<ZipEntry> files;

    private Archive(ZipFile zip) {
        this.zip = zip;
        this.files = zip.stream()
                .filter(entry ->
                        !entry.isDirectory() && !STRAY.matcher(entry.getName()).matches())
                .map(ZipEntry.class::cast)
                .toList();
        files.forEach(this::index);
    }

    /** @throws Refused where it is broken or hostile */
    static Archive open(Path path) throws IOException {
        long size = path.toFile().length();
        return new Archive(new ZipCheck(MOST_ENTRIES, HARMLESS + 20 * size, RATIO).open(path));
    }

    /** Whether it is no archive but a workbook, which is one in form. */
    boolean isWorkbook() {
        return XlsxCheck.isWorkbook(zip);
    }

    /** What could be the sheet: spreadsheets that lie in as few folders as any. */
    List<ZipEntry> sheets() {
        List<ZipEntry> sheets = files.stream()
                .filter(entry -> SHEET.matcher(entry.getName()).matches())
                .toList();
        long shallowest = sheets.stream().mapToLong(Archive::depth).min().orElse(0);
        return sheets.stream().filter(entry -> depth(entry) == shallowest).toList();
    }

    private static long depth(ZipEntry entry) {
        return entry.getName().chars().filter(c -> c == '/').count();
    }

    InputStream content(ZipEntry entry) throws IOException {
        return ZipCheck.content(zip, entry);
    }

    /** The name of an entry without its folders. */
    static String name(ZipEntry entry) {
        String path = entry.getName().replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * The entry that a row names: by its path or the end of it, if need be whatever capitals, accents and signs are written
     * otherwise, as long as only one is like that.
     *
     * @throws Refused where there is none, or it could be several
     */
    ZipEntry find(String given) {
        String wanted = given.strip().replace('\\', '/');
        for (int way = 0; way < WAYS.size(); way++) {
            String text = WAYS.get(way).apply(wanted);
            for (String prefix : new String[] {PATH, END}) {
                List<ZipEntry> found = index.getOrDefault(way + prefix + text, List.of());
                if (found.size() == 1) {
                    return found.get(0);
                }
            }
        }
        List<String> names = files.stream().map(ZipEntry::getName).toList();
        throw new Refused(Finding.of(Rule.MISSING_FILE, "", given, nearest(wanted, names)));
    }

    private void index(ZipEntry entry) {
        for (int way = 0; way < WAYS.size(); way++) {
            Function<String, String> form = WAYS.get(way);
            String path = entry.getName();
            index.computeIfAbsent(way + PATH + form.apply(path), each -> new ArrayList<>(1))
                    .add(entry);
            for (int slash = -1; slash >= -1; slash = nextSlash(path, slash)) {
                String end = form.apply(path.substring(slash + 1));
                index.computeIfAbsent(way + END + end, each -> new ArrayList<>(1))
                        .add(entry);
            }
        }
    }

    private static int nextSlash(String path, int slash) {
        int next = path.indexOf('/', slash + 1);
        return next < 0 ? -2 : next;
    }

    private static List<String> nearest(String wanted, List<String> names) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        names.stream()
                .sorted(Comparator.comparingInt(each -> Math.abs(each.length() - wanted.length())))
                .limit(1_000)
                .forEach(each ->
                        known.put(each, new TreeSet<>(List.of(each, each.substring(each.lastIndexOf('/') + 1)))));
        return Nearest.alike(wanted, known);
    }

    /** The files that are not among these, spreadsheets that lie where the sheet does aside. */
    Set<String> others(Set<String> used) {
        Set<String> others = new TreeSet<>();
        files.forEach(entry -> others.add(entry.getName()));
        sheets().forEach(entry -> others.remove(entry.getName()));
        others.removeAll(used);
        return others;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
