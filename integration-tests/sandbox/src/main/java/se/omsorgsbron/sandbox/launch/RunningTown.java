package se.omsorgsbron.sandbox.launch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What is known of a town that runs: enough to look at it, to check it, and to find the bridge's configuration.
 *
 * @param pid process id of the sandbox
 * @param home folder of the programs
 * @param state folder of its stores
 * @param town folder of its people
 * @param lifecare base address of Lifecare
 * @param fhir base address of primary care
 * @param authorization address of the authorization server, which is also its issuer
 * @param bridge address of the bridge
 * @param patrol address of the night patrols' page
 * @param ledger JDBC address of the ledger
 * @param configuration the bridge's configuration file
 * @param fhirAccessLog access log of primary care
 * @param bridgePid process id of the bridge
 * @param fhirPid process id of primary care
 * @param lifecarePid process id of Lifecare
 * @param authorizationPid process id of the authorization server
 * @param patrolPid process id of the night patrols
 * @param startedAt when the run began, ISO 8601
 * @param secondsToLive from the start of the bridge until it answered
 * @param secondsToReady from the start of the bridge until it was ready
 */
record RunningTown(
        long pid,
        String home,
        String state,
        String town,
        String lifecare,
        String fhir,
        String authorization,
        String bridge,
        String patrol,
        String ledger,
        String configuration,
        String fhirAccessLog,
        long bridgePid,
        long fhirPid,
        long lifecarePid,
        long authorizationPid,
        long patrolPid,
        String startedAt,
        double secondsToLive,
        double secondsToReady) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The town that was started from this home and still runs. */
    static Optional<RunningTown> find(Home home) {
        Path note = note(home);
        try {
            if (!Files.isReadable(note)) {
                return Optional.empty();
            }
            RunningTown town = JSON.readValue(note.toFile(), RunningTown.class);
            return ProcessHandle.of(town.pid()).filter(ProcessHandle::isAlive).map(alive -> town);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Leaves the note by which {@link #find} and the script find this town. */
    void leaveNote() throws IOException {
        Path note = note(new Home(Path.of(home)));
        Files.createDirectories(note.getParent());
        Path fresh = Files.createTempFile(note.getParent(), "running", ".json");
        JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), this);
        Files.move(fresh, note, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes the note away, if it is still this town's. */
    void takeNote() {
        Home at = new Home(Path.of(home));
        if (find(at).map(town -> town.pid() == pid).orElse(false)) {
            try {
                Files.deleteIfExists(note(at));
            } catch (IOException e) {
                Progress.say("The note on the running town could not be removed: " + note(at));
            }
        }
    }

    /** What whoever has started it wants to see. */
    String description() {
        return String.format(
                """

                Lifecare       %s   (process %d)
                Primary care   %s   (process %d)
                Night patrols  %s   (process %d)
                Authorization  %s   (process %d)
                Bridge         %s   (process %d; live after %.1f s, ready after %.1f s)
                Ledger         %s
                The people     %s   (edit a file there: it is a change in Lifecare)
                Configuration  %s
                Logs           %s

                To look at: %s/CareTeam · %s/actuator/health · ./omsorgsbron held list

                """,
                lifecare,
                lifecarePid,
                fhir,
                fhirPid,
                patrol,
                patrolPid,
                authorization,
                authorizationPid,
                bridge,
                bridgePid,
                secondsToLive,
                secondsToReady,
                ledger,
                town,
                configuration,
                folder().logs(),
                fhir,
                bridge);
    }

    /** The folder of its stores. */
    StateFolder folder() {
        return new StateFolder(Path.of(state), true);
    }

    private static Path note(Home home) {
        return home.runs().resolve("running.json");
    }
}
