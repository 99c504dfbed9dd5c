package se.omsorgsbron.nightpatrol;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a patrol reads what it may have: the newest state of each entry, in the order in which they changed. */
public interface Outbox {

    /**
     * One entry.
     *
     * @param key names it for good, such as {@code contacts/<uuid>}
     * @param content in the contract's form, JSON; empty where the patrol is told to remove it
     */
    record Entry(String key, Optional<String> content) {}

    /**
     * Puts entries of one subject, all or none. One that stands there like that already stays where it is.
     *
     * @return the version of each, in their order
     */
    List<String> put(UUID subject, List<Entry> entries);
}
