package se.omsorgsbron.bridge.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.PlaceholderResolutionException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a bridge's configuration from its YAML file, and says everything that is wrong with it. */
public final class ConfigurationFile {
    private static final String PREFIX = "omsorgsbron";

    private ConfigurationFile() {}

    /** What reading a file gave: a configuration, or sentences that say what to write where. */
    public sealed interface Loaded {
        /** The file is good. */
        record Good(BridgeConfiguration configuration) implements Loaded {}

        /** The file is not; one sentence for each thing that is wrong. */
        record Bad(List<String> sentences) implements Loaded {
            public Bad {
                sentences = List.copyOf(sentences);
            }
        }
    }

    /** Reads and checks the file; placeholders such as {@code ${LIFECARE_KEY}} come from the environment. */
    public static Loaded load(Path file) {
        if (!Files.isReadable(file)) {
            return bad("The configuration file " + file + " does not exist or cannot be read.");
        }
        StandardEnvironment environment = new StandardEnvironment();
        try {
            for (PropertySource<?> source :
                    new YamlPropertySourceLoader().load("configuration", new FileSystemResource(file))) {
                environment.getPropertySources().addLast(source);
            }
            List<String> unset = unset(environment);
            if (!unset.isEmpty()) {
                return new Loaded.Bad(unset);
            }
            BridgeConfiguration configuration = Binder.get(environment)
                    .bind(PREFIX, Bindable.of(BridgeConfiguration.class), handler())
                    .orElse(null);
            if (configuration == null) {
                return bad("The file has no 'omsorgsbron:' section; see docs/configuration.md for one to start from.");
            }
            List<String> violations = new ArrayList<>(ConfigurationCheck.violations(configuration));
            violations.addAll(ServerCheck.violations(environment, configuration));
            return violations.isEmpty() ? new Loaded.Good(configuration) : new Loaded.Bad(violations);
        } catch (BindException e) {
            return new Loaded.Bad(sentences(e));
        } catch (IOException | IllegalStateException | YAMLException e) {
            return bad("The file is not readable YAML" + place(e) + ".");
        }
    }

    /** Spring leaves a placeholder that it cannot resolve as it stands; a key that reads "${KEY}" would then be sent. */
    private static List<String> unset(StandardEnvironment environment) {
        List<String> sentences = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof OriginTrackedMapPropertySource yaml) {
                for (String name : yaml.getPropertyNames()) {
                    try {
                        environment.resolveRequiredPlaceholders(String.valueOf(yaml.getProperty(name)));
                    } catch (PlaceholderResolutionException e) {
                        sentences.add(
                                "'" + name + "' refers to " + e.getPlaceholder()
                                        + ", which is not set in the environment: set it, or name a file that holds the value.");
                    }
                }
            }
        }
        return sentences;
    }

    private static NoUnboundElementsBindHandler handler() {
        // Only the file's own keys are ours to complain about: the environment has keys of everybody.
        return new NoUnboundElementsBindHandler(
                BindHandler.DEFAULT, source -> source.getUnderlyingSource() instanceof OriginTrackedMapPropertySource);
    }

    private static List<String> sentences(BindException failure) {
        List<String> sentences = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                unbound.getUnboundProperties()
                        .forEach(property -> sentences.add("'" + property.getName()
                                + "' is no setting of the bridge: remove it or correct its spelling."));
                return sentences;
            }
        }
        sentences.add("'" + failure.getName() + "' cannot be read as "
                + failure.getTarget().getType().resolve(Object.class).getSimpleName()
                + ": correct its value (see docs/configuration.md).");
        return sentences;
    }

    private static String place(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                return " (line " + (marked.getProblemMark().getLine() + 1) + ")";
            }
        }
        return "";
    }

    private static Loaded bad(String sentence) {
        return new Loaded.Bad(List.of(sentence));
    }
}
