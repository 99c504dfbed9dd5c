package se.omsorgsbron.sandbox.launch;

import java.util.Arrays;
import picocli.CommandLine;
import se.omsorgsbron.sandbox.lifecare.LifecareSimulator;
import se.omsorgsbron.sandbox.patrol.NightPatrols;

/**
 * The entrance of the sandbox's jar: {@code sandbox} starts or checks a town, {@code token} gives a token of the running one, {@code bench journal} measures it,
 * {@code lifecare} and {@code patrol} are processes of it.
 */
public final class Main {
    private Main() {}

    /** Exit codes: 0 good, 1 something differs, 2 unusable arguments or environment. */
    public static void main(String[] args) throws Exception {
        if (args.length > 0 && "lifecare".equals(args[0])) {
            LifecareSimulator.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && "patrol".equals(args[0])) {
            NightPatrols.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 1 && "bench".equals(args[0]) && "journal".equals(args[1])) {
            System.exit(JournalBench.line(RunningTown.find(Home.fromSystem()))
                    .execute(Arrays.copyOfRange(args, 2, args.length)));
        }
        if (args.length > 0 && "token".equals(args[0])) {
            System.exit(TokenCommand.line(RunningTown.find(Home.fromSystem()))
                    .execute(Arrays.copyOfRange(args, 1, args.length)));
        }
        String[] rest = args.length > 0 && "sandbox".equals(args[0]) ? Arrays.copyOfRange(args, 1, args.length) : args;
        System.exit(new CommandLine(new SandboxCommand()).execute(rest));
    }
}
