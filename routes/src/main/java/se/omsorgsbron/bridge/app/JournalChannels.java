package se.omsorgsbron.bridge.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.operations.Policies;

/** The ways to the journals of the case systems, for what was written elsewhere. */
final class JournalChannels {
    private final BridgeConfiguration configuration;
    private final WorkQueue work;

    private JournalChannels(BridgeConfiguration configuration, WorkQueue work) {
        this.configuration = configuration;
        this.work = work;
    }

    static List<Channel> of(BridgeConfiguration configuration, CareManagementSources careManagement, WorkQueue work) {
        JournalChannels channels = new JournalChannels(configuration, work);
        List<Channel> all = new ArrayList<>();
        configuration.municipalities().forEach((code, municipality) -> {
            if (municipality.connected().contains(BridgeConfiguration.CASE_SYSTEM)) {
                Recipient journal = LifecareSources.journal(code, municipality, configuration.observe());
                all.add(channels.channel(
                        code, municipality, journal, municipality.caseSystem().url()));
            }
            if (municipality.connected().contains(BridgeConfiguration.CARE_MANAGEMENT)) {
                Recipient journal = careManagement.journal(code);
                all.add(channels.channel(
                        code,
                        municipality,
                        journal,
                        municipality.careManagement().url()));
            }
        });
        return all;
    }

    private Channel channel(String code, Municipality municipality, Recipient journal, URI url) {
        return new Channel(
                code,
                municipality.timeZone(),
                journal,
                url.toString(),
                Policies.of(municipality).get(journal.name()),
                Breakers.of(code, journal.name(), configuration.deliver(), work));
    }
}
