package se.omsorgsbron.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Base R4: every definition that {@link DefaultProfileValidationSupport} has, and found by the same rules, but each read when
 * it is asked for. That one reads bundles of 30 MB at the first question. The build splits them ({@code SplitBaseR4}).
 */
final class BaseDefinitions implements IValidationSupport {
    private static final String FOLDER = "/se/omsorgsbron/fhir/base/";
    private static final String HL7 = "http://hl7.org/fhir/";

    private final FhirContext fhir;
    private final Map<String, Map<String, Entry>> index;
    private final Map<Entry, MetadataResource> read = new ConcurrentHashMap<>();

    BaseDefinitions(FhirContext fhir) {
        this.fhir = fhir;
        this.index = Resources.text(FOLDER + "index.tsv")
                .lines()
                .map(Entry::of)
                .collect(Collectors.groupingBy(Entry::type, Collectors.toMap(Entry::url, Function.identity())));
    }

    /**
     * A line of the index.
     *
     * @param head of a StructureDefinition: name, type, kind, abstract, derivation, base, version, FHIR version; else empty
     */
    record Entry(String type, String url, String file, List<String> head) {
        static Entry of(String line) {
            List<String> columns = List.of(line.split("\t", -1));
            return new Entry(columns.get(0), columns.get(1), columns.get(2), columns.subList(3, columns.size()));
        }
    }

    /** The index of the StructureDefinitions. */
    List<Entry> structureDefinitions() {
        return List.copyOf(index.get("StructureDefinition").values());
    }

    /** How many definitions have been read since start. */
    int read() {
        return read.size();
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return structureDefinitions().stream()
                .map(entry -> (T) fetchStructureDefinition(entry.url()))
                .toList();
    }

    @Override
    public IBaseResource fetchStructureDefinition(String url) {
        String full = url;
        if (url.indexOf('/') < 0) {
            full = URL_PREFIX_STRUCTURE_DEFINITION + url;
        } else if (url.chars().filter(character -> character == '/').count() == 1) {
            full = HL7 + url;
        }
        IBaseResource found = find("StructureDefinition", full);
        return found == null && full.startsWith(URL_PREFIX_STRUCTURE_DEFINITION)
                ? capitalized(full.substring(URL_PREFIX_STRUCTURE_DEFINITION.length()))
                : found;
    }

    /** A primitive whose name somebody has capitalized, as some of HL7's own search parameters do. */
    private IBaseResource capitalized(String name) {
        if (name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
            return null;
        }
        String primitive = URL_PREFIX_STRUCTURE_DEFINITION + Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return find("StructureDefinition", primitive) instanceof StructureDefinition found
                ? fromHapi(found.copy().setType(name))
                : null;
    }

    @Override
    public IBaseResource fetchCodeSystem(String system) {
        return findVersion("CodeSystem", system);
    }

    @Override
    public IBaseResource fetchValueSet(String url) {
        return findVersion("ValueSet", url);
    }

    private IBaseResource findVersion(String type, String canonical) {
        int bar = canonical.indexOf('|');
        if (bar <= 0) {
            return find(type, canonical);
        }
        String url = canonical.substring(0, bar);
        String version = canonical.substring(bar + 1);
        MetadataResource found = find(type, url);
        boolean anyVersion =
                version.isBlank() || url.startsWith("http://hl7.org") || url.startsWith("http://terminology.hl7.org");
        return found == null || anyVersion || version.equals(found.getVersion()) ? found : null;
    }

    private MetadataResource find(String type, String url) {
        Entry entry = index.get(type).get(url);
        return entry == null ? null : read.computeIfAbsent(entry, this::read);
    }

    private MetadataResource read(Entry entry) {
        return fromHapi((MetadataResource) fhir.newJsonParser().parseResource(Resources.text(FOLDER + entry.file())));
    }

    /** Says of which package it is, as HAPI does. */
    private static MetadataResource fromHapi(MetadataResource definition) {
        definition.setUserData(DefaultProfileValidationSupport.SOURCE_PACKAGE_ID, BaseDefinition.PACKAGE.getId());
        return definition;
    }
}
