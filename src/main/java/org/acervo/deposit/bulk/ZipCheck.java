package org.acervo.deposit.bulk;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/**
 * Opens ZIP archives of strangers: before anything is inflated it is known how much that may become, and no entry gives
 * more than it declares.
 *
 * @param entries the most entries
 * @param inflated the most bytes of all entries together
 * @param ratio how many times its compressed size an entry of more than {@value #HARMLESS} bytes may have
 */
record ZipCheck(int entries, long inflated, int ratio) {

    private static final int HARMLESS = 16 * 1024 * 1024;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int HEADER_OF_ENTRY = 46;
    /** Of a central directory: all its entries with long names and everything that may be beside them. */
    private static final int MOST_PER_ENTRY = 4 * 1024;

    /** What Windows writes names in that are not marked as UTF-8. */
    private static final Charset OLD_NAMES =
            Charset.isSupported("IBM850") ? Charset.forName("IBM850") : StandardCharsets.ISO_8859_1;

    /** @throws Refused where the archive is broken or hostile */
    ZipFile open(Path path) throws IOException {
        checkDirectory(path);
        ZipFile zip = opened(path);
        try {
            checkEntries(zip);
            return zip;
        } catch (IllegalArgumentException | Refused hostile) {
            zip.close();
            throw hostile instanceof Refused refused ? refused : malformed("names");
        }
    }

    private static ZipFile opened(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException | IllegalArgumentException notUtf8) {
            try {
                return new ZipFile(path.toFile(), OLD_NAMES);
            } catch (ZipException | EOFException | IllegalArgumentException broken) {
                throw malformed("zip");
            }
        }
    }

    /** A directory is read into memory as a whole, so its size comes first. */
    private void checkDirectory(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long length = file.length();
            int tail = (int) Math.min(length, END_SIZE + LONGEST_COMMENT + LOCATOR_SIZE);
            byte[] bytes = new byte[tail];
            file.seek(length - tail);
            file.readFully(bytes);
            ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int at = tail - END_SIZE;
            while (at >= 0 && end.getInt(at) != END_SIGNATURE) {
                at--;
            }
            if (at < 0) {
                throw malformed("zip");
            }
            long size = end.getInt(at + 12) & 0xFFFF_FFFFL;
            if (at >= LOCATOR_SIZE && end.getInt(at - LOCATOR_SIZE) == LOCATOR_SIGNATURE) {
                size = sizeInZip64(file, end.getLong(at - LOCATOR_SIZE + 8));
            }
            if (size < 0 || size > (long) entries * (HEADER_OF_ENTRY + MOST_PER_ENTRY)) {
                throw tooMany();
            }
        }
    }

    private static long sizeInZip64(RandomAccessFile file, long offset) throws IOException {
        if (offset < 0 || offset > file.length() - 56) {
            throw malformed("zip64");
        }
        file.seek(offset + 40);
        return Long.reverseBytes(file.readLong());
    }

    private void checkEntries(ZipFile zip) {
        if (zip.size() > entries) {
            throw tooMany();
        }
        long sum = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (isOutside(entry.getName())) {
                throw new Refused(Finding.of(Rule.ENTRY_OUTSIDE, "", entry.getName()));
            }
            long size = entry.getSize();
            if (size < 0) {
                throw malformed(entry.getName());
            }
            if (size > HARMLESS && size / Math.max(1, entry.getCompressedSize()) > ratio) {
                throw new Refused(Finding.of(Rule.ENTRY_INFLATES, "", entry.getName(), Integer.toString(ratio)));
            }
            sum += size;
            if (sum < 0 || sum > inflated) {
                throw new Refused(Finding.of(Rule.TOO_LARGE, "", null, Long.toString(inflated)));
            }
        }
    }

    /** Whether a name would lead out of the folder into which somebody might unpack it. */
    private static boolean isOutside(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || path.indexOf('\0') >= 0
                || ("/" + path + "/").contains("/../");
    }

    private Refused tooMany() {
        return new Refused(Finding.of(Rule.TOO_MANY, "", null, Integer.toString(entries)));
    }

    private static Refused malformed(String what) {
        return new Refused(Finding.of(Rule.MALFORMED_ARCHIVE, "", null, what));
    }

    /**
     * The content of an entry, never more of it than it declares.
     *
     * @throws Refused where it is encrypted
     */
    static InputStream content(ZipFile zip, ZipEntry entry) throws IOException {
        try {
            return new Declared(zip.getInputStream(entry), entry);
        } catch (ZipException encrypted) {
            throw malformed(entry.getName());
        }
    }

    private static final class Declared extends FilterInputStream {

        private final ZipEntry entry;
        private long left;

        Declared(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
            this.left = entry.getSize();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read;
            try {
                read = super.read(bytes, from, most);
            } catch (ZipException | EOFException broken) {
                throw malformed(entry.getName());
            }
            left -= Math.max(0, read);
            if (left < 0) {
                throw malformed(entry.getName());
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
