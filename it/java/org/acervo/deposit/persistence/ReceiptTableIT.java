package org.acervo.deposit.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.acervo.catalog.Transactions;
import org.acervo.deposit.Receipts;
import org.acervo.deposit.ReceiptsContract;
import org.acervo.deposit.Reply;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds the table to the contract, and to its promise that the second of two requests waits for the first. */
class ReceiptTableIT extends ReceiptsContract {

    private static final int TWINS = 8;

    private final Node node = new Node(TestDatabase.get().emptied(), false);

    @Override
    protected Receipts empty() {
        return new ReceiptTable(node.entities());
    }

    @Override
    protected Transactions transactions() {
        return node.transactions();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void ofManyAtOnceOneClaimsAndTheOthersGetItsReply() throws Exception {
        Receipts receipts = empty();
        Receipts.Key key = new Receipts.Key("token:1", "k");
        AtomicInteger done = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(TWINS);
        ExecutorService threads = Executors.newFixedThreadPool(TWINS);
        try {
            List<Future<String>> replies = new ArrayList<>();
            for (int i = 0; i < TWINS; i++) {
                replies.add(threads.submit(() -> {
                    start.await();
                    return node.transactions().run(() -> reply(receipts, key, done));
                }));
            }
            for (Future<String> each : replies) {
                assertThat(each.get()).isEqualTo("done 1");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String reply(Receipts receipts, Receipts.Key key, AtomicInteger done) {
        Optional<Receipts.Receipt> known = receipts.claim(key, "r", Instant.EPOCH);
        if (known.isPresent()) {
            return known.get().reply().body();
        }
        String body = "done " + done.incrementAndGet();
        receipts.keep(key, new Reply(200, null, Map.of(), body));
        return body;
    }
}
