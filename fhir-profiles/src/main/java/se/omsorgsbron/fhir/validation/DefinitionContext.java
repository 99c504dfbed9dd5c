package se.omsorgsbron.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.hapi.converters.canonical.VersionCanonicalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r5.model.ValueSet;

/**
 * What the instance validator asks for definitions. Its parent reads and converts all 649 base definitions, twice, when the
 * first validator is built; this converts each when it is needed.
 */
final class DefinitionContext extends WorkerContextValidationSupportAdapter {
    private static final String CONVERTED = DefinitionContext.class.getName();

    private final IValidationSupport support;
    private final VersionCanonicalizer converter;
    private final Map<String, BaseDefinition> base = new HashMap<>();
    private final List<StructureDefinition> all = new ArrayList<>();
    private final Set<String> primitives;

    /** @param artefacts our own; their StructureDefinitions have snapshots */
    DefinitionContext(BaseDefinitions definitions, Collection<IBaseResource> artefacts) {
        FhirContext fhir = definitions.getFhirContext();
        this.support = ValidationSupports.of(definitions, artefacts);
        this.converter = new VersionCanonicalizer(fhir);
        setValidationSupport(support);
        for (BaseDefinitions.Entry entry : definitions.structureDefinitions()) {
            base.put(entry.url(), new BaseDefinition(entry, () ->
                    (StructureDefinition) convert(definitions.fetchStructureDefinition(entry.url()))));
        }
        ProfileArtefacts.structureDefinitions(artefacts)
                .forEach(ours -> all.add((StructureDefinition) converted(ours)));
        all.addAll(base.values());
        this.primitives = all.stream()
                .filter(definition -> definition.getKind() == StructureDefinitionKind.PRIMITIVETYPE)
                .map(StructureDefinition::getName)
                .collect(Collectors.toSet());
    }

    @Override
    public <T extends Resource> T fetchResource(Class<T> type, String uri) {
        if (uri == null || uri.isBlank()) {
            return null;
        }
        if (type == StructureDefinition.class) {
            BaseDefinition definition = base.get(uri);
            return type.cast(
                    definition == null ? converted(support.fetchStructureDefinition(uri)) : definition.complete());
        }
        if (type == ValueSet.class) {
            return type.cast(converted(support.fetchValueSet(uri)));
        }
        if (type == CodeSystem.class) {
            return type.cast(converted(support.fetchCodeSystem(uri)));
        }
        return super.fetchResource(type, uri);
    }

    @Override
    public <T extends Resource> boolean hasResource(Class<T> type, String uri) {
        return fetchResource(type, uri) != null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Resource> List<T> fetchResourcesByType(Class<T> type) {
        return type == StructureDefinition.class ? (List<T>) all : super.fetchResourcesByType(type);
    }

    @Override
    public List<StructureDefinition> fetchTypeDefinitions(String type) {
        return all.stream()
                .filter(definition -> type.equals(definition.getType()))
                .toList();
    }

    @Override
    public boolean isPrimitiveType(String type) {
        return primitives.contains(type);
    }

    /** R5, converted once. */
    private Resource converted(IBaseResource resource) {
        if (resource == null) {
            return null;
        }
        synchronized (resource) {
            Resource converted = (Resource) resource.getUserData(CONVERTED);
            if (converted == null) {
                converted = convert(resource);
                resource.setUserData(CONVERTED, converted);
            }
            return converted;
        }
    }

    private Resource convert(IBaseResource resource) {
        Resource converted = converter.resourceToValidatorCanonical(resource);
        if (resource.getUserData(DefaultProfileValidationSupport.SOURCE_PACKAGE_ID) != null) {
            converted.setSourcePackage(BaseDefinition.PACKAGE);
        }
        return converted;
    }
}
