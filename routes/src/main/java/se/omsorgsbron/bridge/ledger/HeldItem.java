package se.omsorgsbron.bridge.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;

/**
 * Something that is held back.
 *
 * @param id its number in the ledger
 * @param heldAt since when
 * @param state where it stands
 * @param what what is held and why
 */
public record HeldItem(long id, Instant heldAt, State state, Held what) {

    /** Where a held item stands. */
    public enum State {
        OPEN,
        /** Somebody asked for another try; the next reading or delivery decides. */
        RETRIED,
        /** The cause is gone. */
        MENDED,
        /** Somebody decided that it is not needed; held again only if it changes. */
        DISCARDED
    }

    /**
     * What is held and why.
     *
     * @param municipality code, four digits
     * @param source what is held: {@code lifecare/clients/1001}, {@code primary-care/CareTeam/<uuid>}
     * @param feed the feed it came by, for items of a source
     * @param delivery where it was to go, for items on the way out
     * @param key whom it is about, as far as that could be read
     * @param problems what is wrong, all of it
     * @param original the item as it was
     */
    public record Held(
            String municipality,
            String source,
            Optional<String> feed,
            Optional<Delivery> delivery,
            Optional<SubjectKey> key,
            List<Problem> problems,
            String original) {
        public Held {
            problems = List.copyOf(problems);
            // PostgreSQL keeps no NUL character in a text.
            original = original.replace('\0', '\uFFFD');
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("what is held needs a problem");
            }
        }

        /** The first problem's reason stands for the whole. */
        public Reason reason() {
            return problems.get(0).reason();
        }

        /** An item on its way out. */
        public record Delivery(UUID subject, String recipient, String itemKey) {}

        static Held unreadable(FeedKey feed, Observation.Unreadable record) {
            return new Held(
                    feed.municipality(),
                    sourceOf(record.source()),
                    Optional.of(feed.feed()),
                    Optional.empty(),
                    record.subject(),
                    record.problems(),
                    record.original());
        }

        static Held duplicatePerson(FeedKey feed, Fact fact) {
            Problem problem = new Problem(
                    Reason.DUPLICATE_PERSON,
                    "PersonId",
                    "a number or id that another record already has",
                    "one record for each; merge them in the case system");
            return new Held(
                    feed.municipality(),
                    sourceOf(fact.source()),
                    Optional.of(feed.feed()),
                    Optional.empty(),
                    Optional.of(fact.subject()),
                    List.of(problem),
                    LedgerJson.write(fact.content()));
        }

        static Held withNul(FeedKey feed, Fact fact) {
            Problem problem = new Problem(
                    Reason.NOT_JSON,
                    "a text",
                    "a NUL character (U+0000)",
                    "text without it; remove it in the case system");
            return new Held(
                    feed.municipality(),
                    sourceOf(fact.source()),
                    Optional.of(feed.feed()),
                    Optional.empty(),
                    Optional.of(fact.subject()),
                    List.of(problem),
                    LedgerJson.write(fact.content()));
        }

        static Held listShrunk(FeedKey feed, String resource, int known, int missing) {
            Problem problem = new Problem(
                    Reason.LIST_SHRUNK,
                    resource,
                    missing + " of " + known + " records missing",
                    "the whole list; if it really shrank, confirm it with 'omsorgsbron held retry'");
            return new Held(
                    feed.municipality(),
                    feed.system() + "/" + resource,
                    Optional.of(feed.feed()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(problem),
                    missing + " of " + known);
        }

        static Held orphan(String municipality, KeptFact fact, Problem problem) {
            return new Held(
                    municipality,
                    sourceOf(fact.source()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(fact.subject()),
                    List.of(problem),
                    LedgerJson.write(fact.content()));
        }

        static Held item(WorkQueue.WorkKey work, Item item, List<Problem> problems) {
            return new Held(
                    work.municipality(),
                    sourceOf(work.recipient(), item.key()),
                    Optional.empty(),
                    Optional.of(new Delivery(work.subject(), work.recipient(), item.key())),
                    Optional.empty(),
                    problems,
                    item.content());
        }

        static Held historyKept(WorkQueue.WorkKey work, List<String> itemKeys) {
            Problem problem = new Problem(
                    Reason.HISTORY_KEPT,
                    "",
                    itemKeys.size() + " items withdrawn or replaced, whose earlier versions the bridge cannot remove",
                    "them removed at " + work.recipient() + "; then discard this with who confirmed it");
            return new Held(
                    work.municipality(),
                    work.recipient() + "/history/" + work.subject(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(problem),
                    String.join("\n", itemKeys));
        }

        /** No item on its way out: what is to be done about it, the coordinator does. */
        static Held late(LateRisks.Late late) {
            boolean received = late.why() == Reason.RISK_NOT_SEEN;
            Problem problem = new Problem(
                    late.why(),
                    late.recipient(),
                    received ? "received, and not seen" : "not received",
                    (received ? "a confirmation that somebody has seen it" : "it received")
                            + " within the configured time");
            return new Held(
                    late.municipality(),
                    lateSource(late.recipient(), late.itemKey()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(late.key()),
                    List.of(problem),
                    "person " + late.subject() + "\nrecipient " + late.recipient() + "\nsince " + late.since());
        }

        static String lateSource(String recipient, String itemKey) {
            return recipient + "/risk/" + itemKey;
        }

        /** How a record of a source is named in the list; a source of one resource says its name once. */
        static String sourceOf(SourceReference source) {
            return source.system().equals(source.resource()) ? source.system() + "/" + source.id() : source.path();
        }

        static String sourceOf(String recipient, String itemKey) {
            return recipient + "/" + itemKey;
        }
    }
}
