package org.acervo.oai.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.oai.OaiAnswer;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final ReadAhead ahead = new ReadAhead(Runnable::run);
    private final List<String> made = new ArrayList<>();

    /** Page {@code n} is followed by page {@code n + 1}, without end. */
    private final ReadAhead.Maker maker = new ReadAhead.Maker() {
        @Override
        public OaiAnswer read(ReadAhead.Key page) {
            if (page.token().equals("13")) {
                throw new StorageUnavailable(new IllegalStateException("as the test wishes"));
            }
            made.add(page.token());
            return new OaiAnswer.MetadataFormats(new OaiAnswer.Head(Instant.EPOCH, null, Map.of(), null), List.of());
        }

        @Override
        public Responder.Answered write(ReadAhead.Key page, OaiAnswer answer) {
            return new Responder.Answered(answer, new OaiDocument.Body(new byte[0], 0));
        }

        @Override
        public Optional<ReadAhead.Key> next(ReadAhead.Key page, OaiAnswer answer) {
            return Optional.of(page(Integer.parseInt(page.token()) + 1));
        }
    };

    @Test
    void twoPagesAreMadeAndEachIsGivenOnce() {
        ahead.prepare(page(1), maker);
        assertThat(made).containsExactly("1", "2");
        assertThat(ahead.take(page(1))).isPresent();
        assertThat(ahead.take(page(1))).isEmpty();
        assertThat(ahead.take(page(2))).isPresent();
    }

    @Test
    void whatIsThereIsNotMadeAgain() {
        ahead.prepare(page(1), maker);
        ahead.prepare(page(2), maker);
        assertThat(made).containsExactly("1", "2", "3");
    }

    @Test
    void aPageThatFailedIsNotThere() {
        ahead.prepare(page(13), maker);
        assertThat(ahead.take(page(13))).isEmpty();
    }

    @Test
    void theOldestAreForgotten() {
        for (int i = 100; i < 200; i++) {
            ahead.prepare(page(i), maker);
        }
        assertThat(ahead.take(page(100))).isEmpty();
        assertThat(ahead.take(page(200))).isPresent();
    }

    private static ReadAhead.Key page(int token) {
        return new ReadAhead.Key("ListRecords", Integer.toString(token), false);
    }
}
