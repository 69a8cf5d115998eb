package org.acervo.console.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.acervo.console.Fields;
import org.acervo.curation.Queue;
import org.junit.jupiter.api.Test;

class QueueQueryTest {

    private static QueueQuery read(String query) {
        return QueueQuery.of(Fields.parse(query), "eve");
    }

    @Test
    void an_address_says_what_it_was_made_from() {
        QueueQuery query = read("show=revisions&mission=mexico&type=report&page=3");
        assertThat(query.queue().kind()).isEqualTo(Queue.Kind.REVISIONS);
        assertThat(query.parameters())
                .isEqualTo(Map.of("show", "revisions", "mission", "mexico", "type", "report", "page", "3"));
        assertThat(read(query.text()).queue()).isEqualTo(query.queue());
        assertThat(read(query.text()).page())
                .as("the way back leads to the first page")
                .isEqualTo(1);
    }

    @Test
    void what_cannot_be_meant_is_passed_over() {
        QueueQuery query = read("show=%00&held=nobody%27s&sort=up&page=-1&mission=%20");
        assertThat(query.queue().kind()).isEqualTo(Queue.Kind.SUBMITTED);
        assertThat(query.queue().held()).isNull();
        assertThat(query.queue().mission()).isNull();
        assertThat(query.queue().order()).isEqualTo(Queue.usual(Queue.Kind.SUBMITTED));
        assertThat(query.page()).isEqualTo(1);
        assertThat(read("page=0").page()).isEqualTo(1);
        assertThat(read("page=999999").page()).isEqualTo(10_000);
        assertThat(read("page=9999999").page()).isEqualTo(1);
    }
}
