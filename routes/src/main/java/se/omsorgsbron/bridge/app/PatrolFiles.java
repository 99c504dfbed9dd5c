package se.omsorgsbron.bridge.app;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.FilesSettings;
import se.omsorgsbron.bridge.deliver.Backoff;
import se.omsorgsbron.bridge.files.FileDesk;
import se.omsorgsbron.bridge.files.Folder;
import se.omsorgsbron.bridge.files.FolderEndpoints;
import se.omsorgsbron.bridge.files.FolderPoll;
import se.omsorgsbron.bridge.files.HandOut;
import se.omsorgsbron.bridge.files.HandOutRoutes;
import se.omsorgsbron.bridge.files.TakeIn;
import se.omsorgsbron.bridge.files.TakeInRoutes;
import se.omsorgsbron.bridge.intake.Intake;
import se.omsorgsbron.bridge.intake.NoteBatch;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.ledger.ChangeFeed;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.Inbox;
import se.omsorgsbron.bridge.ledger.SubjectTable;

/** The routes of the night patrols that have files; none where no patrol has. */
@Configuration(proxyBeanMethods = false)
class PatrolFiles {

    @Bean
    FileDesk fileDesk(NoteDesk desk, Intake intake, Inbox inbox, SubjectTable subjects, Clock clock) {
        return new FileDesk(desk, new NoteBatch(intake, inbox, subjects, clock));
    }

    @Bean
    CamelContextConfiguration files(
            BridgeConfiguration configuration,
            FileDesk desk,
            FeedStates states,
            ChangeFeed feed,
            ProducerTemplate template,
            Clock clock) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                BridgeConfiguration.Deliver deliver = configuration.deliver();
                Backoff backoff = new Backoff(deliver.backoffMin(), deliver.backoffMax());
                for (Patrol patrol : patrols(configuration)) {
                    FolderEndpoints folders = new FolderEndpoints(context, patrol.files());
                    if (patrol.files().in() != null) {
                        ObserveBeans.add(context, takeIn(patrol, folders, desk, states, template));
                    }
                    if (patrol.files().out() != null) {
                        ObserveBeans.add(context, handOut(patrol, folders, feed, states, template, clock, backoff));
                    }
                }
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // Nothing: the folders are looked into by themselves.
            }
        };
    }

    /** One patrol that has files. */
    private record Patrol(Sender sender, ZoneId zone, FilesSettings files) {
        FolderPoll state(String folder, FeedStates states) {
            return new FolderPoll(new FeedKey(sender.municipality(), sender.system(), folder), states);
        }

        String routes() {
            return sender.municipality() + "." + sender.system();
        }
    }

    private static List<Patrol> patrols(BridgeConfiguration configuration) {
        List<Patrol> patrols = new ArrayList<>();
        configuration
                .municipalities()
                .forEach((code, municipality) -> municipality
                        .recipients()
                        .forEach((name, system) -> Optional.ofNullable(system.files())
                                .ifPresent(files -> patrols.add(
                                        new Patrol(new Sender(code, name), municipality.timeZone(), files)))));
        return patrols;
    }

    private static TakeInRoutes takeIn(
            Patrol patrol, FolderEndpoints folders, FileDesk desk, FeedStates states, ProducerTemplate template) {
        Folder reports = new Folder(template, folders.put(patrol.files().in()));
        return new TakeInRoutes(
                patrol.routes(),
                folders.taken(patrol.state("files-in", states)),
                new TakeIn(patrol.sender(), desk, reports));
    }

    private static HandOutRoutes handOut(
            Patrol patrol,
            FolderEndpoints folders,
            ChangeFeed feed,
            FeedStates states,
            ProducerTemplate template,
            Clock clock,
            Backoff backoff) {
        List<LocalTime> times =
                patrol.files().writeAt().stream().map(LocalTime::parse).toList();
        return new HandOutRoutes(
                patrol.routes(),
                patrol.files().writeEvery(),
                new HandOut(
                        patrol.sender(),
                        new HandOut.Times(patrol.zone(), times),
                        feed,
                        new Folder(template, folders.put(patrol.files().out())),
                        patrol.state("files-out", states),
                        clock,
                        backoff));
    }
}
