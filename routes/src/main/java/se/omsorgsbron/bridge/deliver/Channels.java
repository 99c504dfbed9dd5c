package se.omsorgsbron.bridge.deliver;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** Every way to every recipient. */
public final class Channels {
    private final Map<String, Map<String, Channel>> byMunicipality = new HashMap<>();

    public Channels(Collection<Channel> channels) {
        channels.forEach(channel -> byMunicipality
                .computeIfAbsent(channel.municipality(), m -> new HashMap<>())
                .put(channel.recipient().name(), channel));
    }

    /** The channel for that work; empty where the configuration no longer has it. */
    public Optional<Channel> of(WorkKey key) {
        return of(key.municipality(), key.recipient());
    }

    /** The channel from a municipality to a recipient; empty where there is none. */
    public Optional<Channel> of(String municipality, String recipient) {
        return Optional.ofNullable(
                byMunicipality.getOrDefault(municipality, Map.of()).get(recipient));
    }

    /** The names of a municipality's recipients. */
    public List<String> recipients(String municipality) {
        return byMunicipality.getOrDefault(municipality, Map.of()).keySet().stream()
                .sorted()
                .toList();
    }

    public List<Channel> all() {
        return byMunicipality.values().stream()
                .flatMap(map -> map.values().stream())
                .toList();
    }
}
