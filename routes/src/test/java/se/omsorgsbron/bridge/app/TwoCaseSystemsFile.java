package se.omsorgsbron.bridge.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.ConfigurationFile;

/** The configuration of a municipality with both case systems. */
final class TwoCaseSystemsFile {
    private TwoCaseSystemsFile() {}

    static Path write(Path folder, String table, String ledger, URI lifecare, String careManagement)
            throws IOException {
        return Files.writeString(folder.resolve("bridge.yaml"), """
                server: {port: 0}
                logging: {level: {root: "OFF", se.omsorgsbron: "OFF"}}
                omsorgsbron:
                  observe: {interval: 200ms, slow-interval: 200ms, patience: 1s}
                  ledger: {url: "%s", username: postgres, password: postgres}
                  audit: {anchors: "%s"}
                  municipalities:
                    "0127":
                      name: Botkyrka
                      disclosure: "%s"
                      case-system:
                        type: lifecare
                        url: "%s"
                        domain: "0127"
                        key: made-up
                        journal:
                          unit: 77
                          personnel-id: 5
                          headlines: {daily: 100501, deviation: 100502, risk: 100503, follow-up: 100504, changed-need: 100505,
                            hand-over: 100506, officer-contact: 100507, critical-information: 100508}
                      care-management:
                        url: "%s/cm"
                        party-look-up: "%5$s/party"
                        namespace: HOME_CARE
                        sent-by: omsorgsbron01
                        token: made-up
                        errands: {types: [home-care], statuses: {carried-out: [ONGOING], closed: [DONE]}}
                        roles: {person: [APPLICANT], person-1: [CONTACT_1], relative: [RELATIVE]}
                        journal-types: {daily: [Anteckning], deviation: [Avvikelse], risk: [Risk], follow-up: [Uppföljning],
                          changed-need: [Behov], hand-over: [Överlämning], officer-contact: [Kontakt], critical-information: [Viktigt],
                          ignored: [Telefonsamtal]}
                        documents: {implementation-plan: [Genomförandeplan]}
                        plan-labels: {participation: [Delaktighet], follow-up: [Nästa uppföljning], goal: [Mål]}
                        journal: {type: Anteckning, headings: {risk: {type: Risk, heading: Risk}}}
                      recipients:
                        primary-care: {type: fhir-r4, url: "http://127.0.0.1:1/none"}
                """.formatted(
                        ledger, folder.resolve("anchors.log"), table, lifecare, careManagement));
    }

    static BridgeConfiguration read(Path file) {
        if (ConfigurationFile.load(file) instanceof ConfigurationFile.Loaded.Good good) {
            return good.configuration();
        }
        throw new IllegalStateException(ConfigurationFile.load(file).toString());
    }
}
