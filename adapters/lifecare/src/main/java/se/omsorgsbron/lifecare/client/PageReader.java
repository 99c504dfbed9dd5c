package se.omsorgsbron.lifecare.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import se.omsorgsbron.api.source.SourceUnavailable;

/**
 * Reads a list page by page to its end: an empty page or 404. The offset moves by what was received, because a server may give
 * fewer than asked for. A page that cannot be read is told and passed over; a page with nothing new means that the server and
 * the reader disagree about the offset, so records may be missing. Two such pages in a row end the reading.
 */
public final class PageReader {
    private static final int TOO_MANY_BAD_PAGES = 2;

    private final Source source;
    private final int limit;
    private final Sink sink;
    private final Set<Object> seen = new HashSet<>();
    private boolean whole = true;
    private int badInARow;
    private int step;

    private PageReader(Source source, int limit, Sink sink) {
        this.source = source;
        this.limit = limit;
        this.sink = sink;
        this.step = limit;
    }

    /** Gives one page. */
    public interface Source {
        /** At most {@code limit} records from {@code offset} on. */
        Answer page(int offset, int limit) throws SourceUnavailable;
    }

    /**
     * Takes what was read.
     *
     * @param record takes each record; one that stands on two pages is given twice
     * @param broken takes each page that is no list of records
     */
    public record Sink(Consumer<JsonNode> record, Consumer<Broken> broken) {}

    /**
     * A page that is no list of records.
     *
     * @param offset at which it was asked for
     * @param body what came, of which at most 65,536 characters are kept; zero characters, which no database takes, are
     *     replaced
     */
    public record Broken(int offset, String body) {
        private static final int LONGEST = 64 * 1024;

        public Broken {
            String kept = body.length() > LONGEST ? beginning(body) : body;
            body = kept.replace('\0', '\uFFFD');
        }

        private static String beginning(String body) {
            boolean splitsACharacter = Character.isHighSurrogate(body.charAt(LONGEST - 1));
            return body.substring(0, splitsACharacter ? LONGEST - 1 : LONGEST);
        }

        /** What an answer that is no list of records leaves. */
        public static Broken of(int offset, Answer answer) {
            if (answer instanceof Answer.Json json) {
                return new Broken(offset, json.body().toString());
            }
            return new Broken(offset, answer instanceof Answer.NotJson other ? other.body() : "");
        }
    }

    /**
     * How it went.
     *
     * @param whole whether absence from this reading means anything
     * @param time when the source gave the first page, by its own clock
     */
    public record Outcome(boolean whole, Optional<Instant> time) {}

    /** Reads to the end. @throws SourceUnavailable if a page was not answered */
    public static Outcome read(Source source, int limit, Sink sink) throws SourceUnavailable {
        return new PageReader(source, limit, sink).run();
    }

    private Outcome run() throws SourceUnavailable {
        int offset = 0;
        Answer answer = source.page(offset, limit);
        Optional<Instant> time = answer.time();
        while (!isEnd(answer)) {
            take(answer, offset);
            if (badInARow == TOO_MANY_BAD_PAGES) {
                break;
            }
            offset += step;
            answer = source.page(offset, limit);
        }
        return new Outcome(whole, time);
    }

    private static boolean isEnd(Answer answer) {
        if (answer instanceof Answer.Json json) {
            return json.body().isArray() && json.body().isEmpty();
        }
        return answer instanceof Answer.None;
    }

    private void take(Answer answer, int offset) {
        if (answer instanceof Answer.Json json && json.body().isArray()) {
            records(json.body());
        } else {
            sink.broken().accept(Broken.of(offset, answer));
            bad();
        }
    }

    private void records(JsonNode page) {
        boolean anyNew = false;
        for (JsonNode record : page) {
            anyNew |= seen.add(identity(record));
            sink.record().accept(record);
        }
        step = page.size();
        if (anyNew) {
            badInARow = 0;
        } else {
            bad();
        }
    }

    private void bad() {
        whole = false;
        badInARow++;
    }

    /** What tells records apart: their id, or all of them where they have none. */
    private static Object identity(JsonNode record) {
        JsonNode id = record.path("Id");
        return id.isValueNode() && !id.isNull() ? id.asText() : record;
    }
}
