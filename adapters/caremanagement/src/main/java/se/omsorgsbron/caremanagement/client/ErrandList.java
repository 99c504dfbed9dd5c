package se.omsorgsbron.caremanagement.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ärenden: the list of errands, read page by page to its end. An errand on two pages is one errand, and the last that was seen of it
 * counts.
 *
 * @param errands in the order of their creation
 * @param broken pages that are no list of errands
 * @param whole whether absence from it means anything: no page was broken, and as many errands came as there are said to be
 */
public record ErrandList(List<JsonNode> errands, List<Broken> broken, boolean whole) {
    private static final int TOO_MANY_BAD_PAGES = 2;

    public ErrandList {
        errands = List.copyOf(errands);
        broken = List.copyOf(broken);
    }

    /**
     * A page, or a list in an errand, that is none.
     *
     * @param name which
     * @param body what came, of which at most 65,536 characters are kept; zero characters, which no database takes, are replaced
     */
    public record Broken(String name, String body) {
        private static final int LONGEST = 64 * 1024;

        public Broken {
            String kept = body.length() > LONGEST ? body.substring(0, end(body)) : body;
            body = kept.replace('\0', '\uFFFD');
        }

        private static int end(String body) {
            return Character.isHighSurrogate(body.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        }

        /** What an answer that is no list leaves. */
        public static Broken of(String name, Answer answer) {
            if (answer instanceof Answer.Json json) {
                return new Broken(name, json.body().toString());
            }
            return new Broken(name, answer instanceof Answer.NotJson other ? other.body() : "");
        }
    }

    /**
     * Reads to the end.
     *
     * @param filter a spring-filter expression
     * @return empty where the filter was refused
     * @throws NoAnswer if a page was not answered
     */
    public static Optional<ErrandList> read(
            CareManagementClient client, String what, int pageSize, Optional<String> filter) throws NoAnswer {
        return new Reader(client, what, pageSize, filter).run();
    }

    private static final class Reader {
        private final CareManagementClient client;
        private final String what;
        private final int pageSize;
        private final Optional<String> filter;
        private final Map<Object, JsonNode> errands = new LinkedHashMap<>();
        private final List<Broken> broken = new ArrayList<>();
        private boolean whole = true;
        private boolean more = true;
        private int badInARow;
        private long total;

        Reader(CareManagementClient client, String what, int pageSize, Optional<String> filter) {
            this.client = client;
            this.what = what;
            this.pageSize = pageSize;
            this.filter = filter;
        }

        Optional<ErrandList> run() throws NoAnswer {
            for (int page = 0; more && badInARow < TOO_MANY_BAD_PAGES; page++) {
                Answer answer = client.get(what, "/errands", query(page));
                if (answer instanceof Answer.Refused refused) {
                    if (filter.isPresent()) {
                        return Optional.empty();
                    }
                    throw new NoAnswer(what + ": CareManagement answered with status " + refused.status(), false);
                }
                if (answer instanceof Answer.None) {
                    // An empty list is 200: this says that the municipality or the namespace is not there.
                    throw new NoAnswer(what + ": CareManagement has no such municipality or namespace", false);
                }
                take(page, answer);
            }
            whole &= errands.size() >= total;
            return Optional.of(new ErrandList(List.copyOf(errands.values()), broken, whole));
        }

        private Map<String, String> query(int page) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("page", Integer.toString(page));
            query.put("size", Integer.toString(pageSize));
            // By creation, because the usual order moves an errand that is touched while the list is read.
            query.put("sort", "created,asc");
            filter.ifPresent(expression -> query.put("filter", expression));
            return query;
        }

        private void take(int page, Answer answer) {
            if (!(answer instanceof Answer.Json json)
                    || !json.body().path("errands").isArray()) {
                broken.add(Broken.of("page-" + page, answer));
                bad();
                return;
            }
            int before = errands.size();
            JsonNode rows = json.body().path("errands");
            rows.forEach(errand -> errands.put(identity(errand), errand));
            JsonNode meta = json.body().path("_meta");
            total = meta.path("totalRecords").asLong(0);
            boolean last = meta.path("totalPages").isIntegralNumber()
                    && page + 1 >= meta.path("totalPages").asInt();
            more = !rows.isEmpty() && !last;
            if (more && errands.size() == before) {
                bad();
            } else {
                badInARow = 0;
            }
        }

        private void bad() {
            whole = false;
            badInARow++;
        }

        /** What tells errands apart: their id, or all of them where they have none. */
        private static Object identity(JsonNode errand) {
            JsonNode id = errand.path("id");
            return id.isTextual() ? id.textValue() : errand;
        }
    }
}
