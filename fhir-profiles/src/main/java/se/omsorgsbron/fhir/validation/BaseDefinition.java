package se.omsorgsbron.fhir.validation;

import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r5.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r5.model.PackageInformation;
import org.hl7.fhir.r5.model.StructureDefinition;

/**
 * A base definition in the form that the instance validator works with, R5. Walking through all of them, the validator looks
 * at their heads only; the rest is read and converted when it asks for the elements of one.
 */
final class BaseDefinition extends StructureDefinition {
    /** The validator looks at its id only. */
    static final PackageInformation PACKAGE = new PackageInformation("hl7.fhir.r4.core", null, null, null);

    private static final long serialVersionUID = 1;

    private transient volatile Supplier<StructureDefinition> whole;

    /** @param whole gives the definition as it is read and converted */
    BaseDefinition(BaseDefinitions.Entry entry, Supplier<StructureDefinition> whole) {
        List<String> head = entry.head();
        setUrl(entry.url());
        setName(head.get(0));
        setType(head.get(1));
        setKind(StructureDefinitionKind.fromCode(head.get(2)));
        setAbstract(Boolean.parseBoolean(head.get(3)));
        if (!head.get(4).isEmpty()) {
            setDerivation(TypeDerivationRule.fromCode(head.get(4)));
        }
        if (!head.get(5).isEmpty()) {
            setBaseDefinition(head.get(5));
        }
        setVersion(head.get(6));
        setFhirVersion(FHIRVersion.fromCode(head.get(7)));
        setSourcePackage(PACKAGE);
        this.whole = whole;
    }

    /** This, with all that belongs to it. */
    BaseDefinition complete() {
        if (whole != null) {
            synchronized (this) {
                if (whole != null) {
                    fill(whole.get());
                    whole = null;
                }
            }
        }
        return this;
    }

    /** Moves the elements instead of copying them: they are nearly all of it. */
    private void fill(StructureDefinition from) {
        StructureDefinitionSnapshotComponent elements = from.getSnapshot();
        StructureDefinitionDifferentialComponent differential = from.getDifferential();
        from.setSnapshot(null).setDifferential(null).copyValues(this);
        setSnapshot(elements).setDifferential(differential);
    }

    @Override
    public StructureDefinitionSnapshotComponent getSnapshot() {
        complete();
        return super.getSnapshot();
    }

    @Override
    public boolean hasSnapshot() {
        complete();
        return super.hasSnapshot();
    }

    @Override
    public StructureDefinitionDifferentialComponent getDifferential() {
        complete();
        return super.getDifferential();
    }

    @Override
    public boolean hasDifferential() {
        complete();
        return super.hasDifferential();
    }

    @Override
    public void copyValues(StructureDefinition to) {
        complete();
        super.copyValues(to);
    }
}
