package org.acervo.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.catalog.Transactions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTransactionsTest {

    private final Recorded transactions = new Recorded();

    @Test
    void whatSucceedsIsCommittedOnce() {
        assertThat(transactions.run(() -> "done")).isEqualTo("done");
        assertThat(transactions.steps).containsExactly("begin", "commit");
    }

    @ParameterizedTest
    @ValueSource(ints = {1213, 1205, 1020})
    void whatLosesALockIsRunAgain(int code) {
        assertThat(transactions.run(failing(2, new IllegalStateException(new SQLException("lost", "40001", code)))))
                .isEqualTo("done");
        assertThat(transactions.steps).containsExactly("begin", "rollback", "begin", "rollback", "begin", "commit");
    }

    @Test
    void whatAsksForItIsRunAgain() {
        assertThat(transactions.run(failing(1, new Transactions.Again("stale"))))
                .isEqualTo("done");
    }

    @Test
    void aCommitThatLosesIsRunAgain() {
        transactions.commitFails = new SQLException("certification failed", "40001", 1213);
        assertThat(transactions.run(() -> "done")).isEqualTo("done");
        assertThat(transactions.steps).containsExactly("begin", "commit", "rollback", "begin", "commit");
    }

    @Test
    void afterManyTriesTheStorageIsBusyRatherThanTheRequestWrong() {
        for (RuntimeException lost : List.of(
                new Transactions.Again("stale"), new IllegalStateException(new SQLException("lost", "40001", 1213)))) {
            transactions.steps.clear();
            assertThatThrownBy(() -> transactions.run(failing(1_000, lost))).isInstanceOf(StorageUnavailable.class);
            assertThat(transactions.steps).hasSize(40).endsWith("begin", "rollback");
        }
    }

    @Test
    void whatIsWrongIsNotTriedAgain() {
        RuntimeException wrong = new IllegalArgumentException("wrong");
        assertThatThrownBy(() -> transactions.run(failing(1, wrong))).isSameAs(wrong);
        assertThat(transactions.steps).containsExactly("begin", "rollback");
    }

    @Test
    void anErrorEndsTheTransactionToo() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(transactions.steps).containsExactly("begin", "rollback");
    }

    @Test
    void whatNeverBeganIsNotRolledBack() {
        transactions.beginFails = true;
        assertThatThrownBy(() -> transactions.run(() -> "done")).isInstanceOf(IllegalStateException.class);
        assertThat(transactions.steps).containsExactly("begin");
    }

    @ParameterizedTest
    @CsvSource({
        "08000, 0, true",
        ", 0, true",
        "70100, 1927, true",
        "08004, 1040, true",
        "HY000, 1021, true",
        "HY000, 1114, true",
        "HY000, 1290, true",
        "HY000, 1836, true",
        "23000, 1062, false",
        "42000, 1064, false",
        "22001, 1406, false"
    })
    void aDatabaseThatCannotAnswerIsUnavailable(@Nullable String state, int code, boolean unavailable) {
        SQLException failure = new SQLException("as the test wishes", state, code);
        assertThatThrownBy(() -> transactions.run(failing(1, new IllegalStateException(failure))))
                .isInstanceOf(unavailable ? StorageUnavailable.class : IllegalStateException.class);
    }

    @Test
    void aLockThatIsNeverFreeIsNotWaitedForTwentyTimes() {
        SQLException overdue = new SQLException("Lock wait timeout exceeded", "HY000", 1205);
        assertThatThrownBy(() -> transactions.run(failing(100, new IllegalStateException(overdue))))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(transactions.steps.stream().filter("begin"::equals)).hasSize(3);
    }

    @Test
    void workWithinATransactionIsPartOfIt() {
        transactions.isUnderWay = true;

        assertThat(transactions.run(() -> "done")).isEqualTo("done");

        assertThat(transactions.steps).isEmpty();
    }

    @Test
    void aFailureWithinATransactionIsForThatOneToDealWith() {
        transactions.isUnderWay = true;

        assertThatThrownBy(() -> transactions.run(failing(1, new Transactions.Again("changed"))))
                .isInstanceOf(Transactions.Again.class);
    }

    @Test
    void aDryRunKeepsNothing() {
        assertThat(transactions.attempt(() -> "done")).isEqualTo("done");

        assertThat(transactions.steps).containsExactly("begin", "rollback");
    }

    @Test
    void aDryRunIsTriedAgainToo() {
        assertThat(transactions.attempt(failing(1, new Transactions.Again("changed"))))
                .isEqualTo("done");
    }

    @Test
    void aDryRunWithinATransactionIsRefused() {
        transactions.isUnderWay = true;

        assertThatThrownBy(() -> transactions.attempt(() -> "done")).isInstanceOf(IllegalStateException.class);
    }

    private static Supplier<String> failing(int times, RuntimeException failure) {
        int[] left = {times};
        return () -> {
            if (left[0]-- > 0) {
                throw failure;
            }
            return "done";
        };
    }

    private static final class Recorded extends RetryingTransactions {
        private final List<String> steps = new ArrayList<>();
        private @Nullable SQLException commitFails;
        private boolean beginFails;
        private boolean isUnderWay;

        @Override
        boolean isUnderWay() {
            return isUnderWay;
        }

        @Override
        void begin() {
            steps.add("begin");
            if (beginFails) {
                throw new IllegalStateException("in a transaction already");
            }
        }

        @Override
        void commit() throws Exception {
            steps.add("commit");
            SQLException failure = commitFails;
            commitFails = null;
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        void rollback() {
            steps.add("rollback");
        }
    }
}
