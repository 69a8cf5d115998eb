package org.acervo.deposit.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The files of a row in the archive.
 *
 * @param missing what is to be said of those that are not there, or that may be one or another
 */
record NamedFiles(List<ZipEntry> entries, List<SheetFinding> missing) {

    private static final Logger LOG = Logger.getLogger(NamedFiles.class.getName());

    /** @param archive null where a sheet came alone */
    static NamedFiles of(@Nullable Archive archive, Entry entry) {
        NamedFiles files = new NamedFiles(new ArrayList<>(), new ArrayList<>());
        entry.files().forEach(wish -> files.find(archive, wish));
        return files;
    }

    private void find(@Nullable Archive archive, FileWish wish) {
        try {
            if (archive == null) {
                throw new Refused(Finding.of(Rule.MISSING_FILE, "", wish.given()));
            }
            entries.add(archive.find(wish.given()));
        } catch (Refused refused) {
            refused.findings().forEach(each -> missing.add(new SheetFinding(wish.cell(), each)));
        } catch (RuntimeException fault) { // one name must not keep all others from their turn
            LOG.log(Level.SEVERE, fault, () -> "The file of " + wish.cell() + " could not be looked for");
            missing.add(new SheetFinding(wish.cell(), Finding.of(Rule.NOT_STORED, "", null)));
        }
    }
}
