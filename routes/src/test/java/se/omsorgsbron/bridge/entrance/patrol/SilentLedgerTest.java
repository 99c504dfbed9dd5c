package se.omsorgsbron.bridge.entrance.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.intake.Receipts;
import se.omsorgsbron.bridge.ledger.Inbox;
import se.omsorgsbron.bridge.ledger.Standings;

class SilentLedgerTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final JdbcTemplate silent = new JdbcTemplate(new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            throw new SQLException("no answer about Gunnar");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    });

    @Test
    void aLedgerThatDoesNotAnswerIsAskedOnceAndEverythingFromThenOnIsToBeSentAgain() {
        BatchApi api = new BatchApi(
                new NoteDesk(null, new Inbox(silent), null, null, Clock.systemUTC()),
                new Receipts(new Channels(List.of()), new Standings(silent)));
        ArrayNode entries = new JsonMapper().createArrayNode();
        entries.addObject().putObject("note");
        for (int i = 0; i < 3; i++) {
            entries.addObject().putObject("withdrawal").put("id", "w" + i).put("withdraws", "n" + i);
        }

        JsonNode results = api.take(new Sender("0127", "night-patrol"), entries).path("results");

        assertThat(results.findValuesAsText("status")).containsExactly("422", "503", "503", "503");
        assertThat(asked).hasValue(1);
        assertThat(results.toString()).doesNotContain("Gunnar");
    }
}
