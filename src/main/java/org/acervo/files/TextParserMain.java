package org.acervo.files;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.acervo.files.Cover.Picture;
import org.acervo.files.Extraction.Status;
import org.acervo.files.TextParser.Parsed;

/**
 * A process of its own that reads documents: on its standard input it is told one after the other, on its standard output
 * it says what is in each. It ends with its input, and when a document takes too long, whatever hangs in it.
 */
final class TextParserMain {

    private TextParserMain() {}

    /** @param arguments how many seconds a document may take */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration longest = Duration.ofSeconds(Long.parseLong(arguments[0]));
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
                DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
            Thread reading;
            do {
                Path file = Path.of(in.readUTF());
                String type = in.readUTF();
                reading = new Thread(null, () -> answer(file, type, out), "reading", 4L << 20);
                reading.setDaemon(true);
                reading.start();
                reading.join(longest.toMillis());
            } while (!reading.isAlive());
        } catch (EOFException ended) {
            // there is nothing more to read
        }
    }

    /** Before the media type of what is to be drawn, and not read. */
    static final String DRAW = "draw:";

    private static void answer(Path file, String type, DataOutputStream out) {
        if (type.startsWith(DRAW)) {
            draw(file, type.substring(DRAW.length()), out);
            return;
        }
        Parsed parsed;
        try {
            parsed = new TextParser().parse(file, type);
        } catch (StackOverflowError | LinkageError broken) {
            parsed = Parsed.without(Status.FAILED);
        }
        try {
            write(parsed, out);
        } catch (IOException nobodyListens) {
            // the server has ended, and so does this
        }
    }

    private static void draw(Path file, String type, DataOutputStream out) {
        Picture[] pictures;
        try {
            pictures = FirstPage.draw(file, type);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError broken) {
            pictures = new Picture[0];
        }
        try {
            out.writeInt(pictures.length);
            for (Picture each : pictures) {
                out.writeInt(each.width());
                out.writeInt(each.height());
                out.writeInt(each.bytes().length);
                out.write(each.bytes());
            }
            out.flush();
        } catch (IOException nobodyListens) {
            // the server has ended, and so does this
        }
    }

    /** Reads what the process has drawn: the large and the small picture, or none. */
    static Picture[] readDrawn(DataInputStream in) throws IOException {
        Picture[] pictures = new Picture[in.readInt()];
        for (int i = 0; i < pictures.length; i++) {
            int width = in.readInt();
            int height = in.readInt();
            pictures[i] = new Picture(width, height, in.readNBytes(in.readInt()));
        }
        return pictures;
    }

    private static void write(Parsed parsed, DataOutputStream out) throws IOException {
        Proposal proposal = parsed.proposal();
        Integer pages = proposal.pages();
        byte[] text = parsed.text().getBytes(StandardCharsets.UTF_8);
        out.writeUTF(parsed.status().name());
        for (String each : new String[] {proposal.title(), proposal.date(), proposal.language()}) {
            out.writeUTF(each == null ? "" : each);
        }
        out.writeInt(pages == null ? 0 : pages);
        out.writeInt(text.length);
        out.write(text);
        out.flush();
    }

    /** Reads what the process says of a document. */
    static Parsed read(DataInputStream in) throws IOException {
        Status status = Status.valueOf(in.readUTF());
        String title = in.readUTF();
        String date = in.readUTF();
        String language = in.readUTF();
        int pages = in.readInt();
        byte[] text = in.readNBytes(in.readInt());
        Proposal proposal = new Proposal(
                title.isEmpty() ? null : title,
                date.isEmpty() ? null : date,
                language.isEmpty() ? null : language,
                pages == 0 ? null : pages);
        return new Parsed(status, new String(text, StandardCharsets.UTF_8), proposal);
    }
}
