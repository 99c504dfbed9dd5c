package se.omsorgsbron.bridge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.ledger.Inbox.Kind;
import se.omsorgsbron.bridge.ledger.Inbox.Received;
import se.omsorgsbron.bridge.ledger.Standings;
import se.omsorgsbron.bridge.ledger.Standings.Standing;

/** How far something that was sent has come, system by system. */
public final class Receipts {
    private final Channels channels;
    private final Standings standings;

    public Receipts(Channels channels, Standings standings) {
        this.channels = channels;
        this.standings = standings;
    }

    /** One system, and where the note stands there. */
    public record At(String system, Standing standing) {}

    /** The systems that have it or are to have it. Of one that may not have it, nothing is said. */
    public List<At> of(Received received) {
        List<At> systems = new ArrayList<>();
        for (String name : channels.recipients(received.municipality())) {
            channels.of(received.municipality(), name)
                    .flatMap(channel -> standing(channel, received))
                    .ifPresent(standing -> systems.add(new At(name, standing)));
        }
        return systems;
    }

    private Optional<Standing> standing(Channel channel, Received received) {
        if (received.kind() == Kind.VISIT) {
            // The bridge keeps visits itself; no system is told of them.
            return Optional.empty();
        }
        SourceReference note = NoteDesk.source(received.system(), received.about());
        return channel.recipient()
                .keyOf(received.municipality(), received.person(), note)
                .flatMap(key -> received.kind() == Kind.NOTE
                        ? find(channel, key)
                        // A journal gets a sentence of its own; elsewhere the note itself is taken back.
                        : find(channel, key + "/withdrawal")
                                .or(() -> find(channel, key).filter(Standing::ended)));
    }

    private Optional<Standing> find(Channel channel, String key) {
        return standings.of(channel.municipality(), channel.recipient().name(), key);
    }
}
