package se.omsorgsbron.bridge.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import se.omsorgsbron.bridge.audit.AuditReader.Stored;
import se.omsorgsbron.bridge.audit.AuditReader.Verification;

/**
 * Follows the chain and the heads that were anchored beside each other, since both are in order; heads that are not quite (of
 * transactions that ended at the same time) are looked up. Used once.
 */
final class ChainCheck {
    private static final int REMEMBERED = 10_000;
    private static final int MOST_FINDINGS = 1_000;

    private final Iterator<Stored> records;
    private final Map<Long, String> cuts;
    private final LongFunction<String> hashes;
    private final List<String> findings = new ArrayList<>();
    private final Map<Long, String> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > REMEMBERED;
        }
    };
    private String head = AuditTrail.first();
    private long counted;
    private long last;
    /** Up to which number the records were cut; everything after it has to be there. */
    private long cut;

    private String cutHead = "";
    private boolean cutIsAudited;
    private long heads;
    private long compared;
    private long unsaid;

    /**
     * @param records oldest first
     * @param cuts that are noted outside the database: hash of the newest record that was cut, by its number
     * @param hashes the hash of the record with that number, null if there is none
     */
    ChainCheck(Iterator<Stored> records, Map<Long, String> cuts, LongFunction<String> hashes) {
        this.records = records;
        this.cuts = cuts;
        this.hashes = hashes;
    }

    void compare(Anchors.Line line) {
        if (line instanceof Anchors.Line.Head anchored) {
            heads++;
            compare(anchored);
        } else if (line instanceof Anchors.Line.Unreadable) {
            found("The file of anchored heads has a line that is none.");
        }
    }

    private void compare(Anchors.Line.Head anchored) {
        while (last < anchored.seq() && records.hasNext()) {
            link(records.next());
        }
        if (anchored.seq() <= cut) {
            return;
        }
        compared++;
        String stored = recent.containsKey(anchored.seq()) || anchored.seq() > last
                ? recent.get(anchored.seq())
                : hashes.apply(anchored.seq());
        if (stored == null) {
            found("Record " + anchored.seq() + " was anchored and is missing.");
        } else if (!stored.equals(anchored.hash())) {
            found("Record " + anchored.seq() + " is not the one that was anchored.");
        }
    }

    Verification result() {
        while (records.hasNext()) {
            link(records.next());
        }
        if (heads == 0 && last > 0) {
            found("No head is anchored outside the database: whether the newest records were cut off, or the"
                    + " whole chain was written anew, cannot be told.");
        }
        if (cut > 0 && !cutIsAudited) {
            found("Records up to " + cut + " were cut, and no record says by whom and why.");
        }
        if (unsaid > 0) {
            findings.add("And " + unsaid + " more.");
        }
        return new Verification(counted, cut, compared, findings);
    }

    private void link(Stored record) {
        if (counted == 0) {
            begin(record);
        }
        if (record.seq() != last + 1) {
            found("Records " + (last + 1) + " to " + (record.seq() - 1) + " are missing.");
        } else if (!record.previous().equals(head)) {
            found("Record " + record.seq() + " does not follow the one before it.");
        }
        if (!record.untouched()) {
            found("Record " + record.seq() + " was altered.");
        }
        cutIsAudited |= cut > 0 && AuditCut.isAuditedIn(record.event(), cut, cutHead);
        counted++;
        recent.put(record.seq(), record.hash());
        head = record.hash();
        last = record.seq();
    }

    /** The oldest record there is follows the newest that was cut, if that is noted where the database's owner cannot write. */
    private void begin(Stored oldest) {
        long before = oldest.seq() - 1;
        Optional<String> noted = Optional.ofNullable(cuts.get(before)).filter(oldest.previous()::equals);
        if (noted.isPresent()) {
            cut = before;
            cutHead = noted.get();
            last = before;
            head = cutHead;
        }
    }

    private void found(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else {
            unsaid++;
        }
    }
}
