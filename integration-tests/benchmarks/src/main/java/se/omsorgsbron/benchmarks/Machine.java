package se.omsorgsbron.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** On what it was measured; figures say nothing without. */
record Machine(String processor, int cores, long megabytes, String java) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                model(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 20,
                Runtime.version().toString());
    }

    private static String model() {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return cores + " cores (" + processor + "), " + megabytes + " MB, Java " + java;
    }
}
