package se.omsorgsbron.bridge.entrance.fhir.mapper;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.RecordedGround.Kind;
import se.omsorgsbron.api.domain.RecordedGround.Scope;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.fhir.Canonicals;

/**
 * FHIR R4 Consent and the ground that it records: {@code permit} is a consent, {@code deny} a block (spärr), an {@code inactive} one a
 * withdrawal. What would narrow a consent and that the bridge cannot carry is refused, because leaving it out would widen it.
 */
public final class ConsentMapper {
    /** The code system of {@code provision.class}: what of a person is meant. */
    public static final String CONCEPTS = Canonicals.BASE + "/CodeSystem/disclosed-concept";
    /** The identifier system of {@code provision.actor.reference}: a recipient's name in the configuration. */
    public static final String RECIPIENTS = Canonicals.BASE + "/sid/recipient";

    private final Consent consent;
    private final ZoneId zone;
    private final List<Problem> problems = new ArrayList<>();

    private ConsentMapper(Consent consent, ZoneId zone) {
        this.consent = consent;
        this.zone = zone;
    }

    /**
     * The ground, or what is wrong, element by element.
     *
     * @param zone in which a moment becomes a day
     * @param recipients the names that the consent may use
     */
    public static Mapped<RecordedGround> toGround(Consent consent, ZoneId zone, List<String> recipients) {
        return new ConsentMapper(consent, zone).map(recipients);
    }

    private Mapped<RecordedGround> map(List<String> recipients) {
        ProvisionComponent provision = consent.getProvision();
        Optional<Kind> kind = kind(provision);
        List<String> named = recipients(provision, recipients);
        List<DisclosedConcept> concepts = concepts(provision);
        if (kind.equals(Optional.of(Kind.CONSENT)) && concepts.isEmpty()) {
            problem("Consent.provision.class", "nothing", "what it covers, with codes of " + CONCEPTS);
        }
        narrowing(provision);
        Optional<LocalDate> start = kind.equals(Optional.of(Kind.CONSENT_WITHDRAWN))
                ? day(consent.getDateTimeElement())
                : day(provision.getPeriod().getStartElement()).or(() -> day(consent.getDateTimeElement()));
        Optional<LocalDate> end = day(provision.getPeriod().getEndElement());
        if (kind.equals(Optional.of(Kind.CONSENT)) && start.isEmpty()) {
            problem("Consent.dateTime", "nothing", "when the consent was given, or Consent.provision.period.start");
        }
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            problem("Consent.provision.period.end", "a day before its start", "that day or a later one");
        }
        Optional<String> by = recordedBy();
        if (!problems.isEmpty()) {
            return new Mapped.Rejected<>(problems, List.of());
        }
        boolean endless = kind.equals(Optional.of(Kind.CONSENT_WITHDRAWN));
        return new Mapped.Value<>(
                new RecordedGround(
                        kind.orElseThrow(),
                        new Scope(named, concepts),
                        new se.omsorgsbron.api.domain.Period(start, endless ? Optional.empty() : end),
                        by.orElseThrow()),
                List.of());
    }

    private Optional<Kind> kind(ProvisionComponent provision) {
        ConsentState state = consent.getStatus();
        if (state == ConsentState.INACTIVE) {
            return Optional.of(Kind.CONSENT_WITHDRAWN);
        }
        if (state != ConsentState.ACTIVE) {
            problem(
                    "Consent.status",
                    state == null ? "nothing" : state.toCode(),
                    "active, inactive or entered-in-error");
            return Optional.empty();
        }
        if (provision.getType() == ConsentProvisionType.PERMIT) {
            return Optional.of(Kind.CONSENT);
        }
        if (provision.getType() == ConsentProvisionType.DENY) {
            return Optional.of(Kind.BLOCK);
        }
        problem("Consent.provision.type", "nothing", "permit or deny");
        return Optional.empty();
    }

    private List<String> recipients(ProvisionComponent provision, List<String> known) {
        List<String> named = new ArrayList<>();
        for (provisionActorComponent actor : provision.getActor()) {
            String name = actor.getReference().getIdentifier().getValue();
            boolean isName =
                    RECIPIENTS.equals(actor.getReference().getIdentifier().getSystem());
            if (isName && name != null && known.contains(name)) {
                named.add(name);
            } else {
                problem(
                        "Consent.provision.actor.reference.identifier",
                        "somebody who is no recipient here",
                        "of system " + RECIPIENTS + ", one of " + String.join(", ", known));
            }
        }
        return named;
    }

    private List<DisclosedConcept> concepts(ProvisionComponent provision) {
        List<DisclosedConcept> concepts = new ArrayList<>();
        for (Coding coding : provision.getClass_()) {
            Optional<DisclosedConcept> concept = CONCEPTS.equals(coding.getSystem())
                    ? DisclosedConcept.ofCode(String.valueOf(coding.getCode()))
                    : Optional.empty();
            concept.ifPresentOrElse(
                    concepts::add,
                    () -> problem("Consent.provision.class", "a code that is not known", "codes of " + CONCEPTS));
        }
        return concepts;
    }

    /** Privacy: a condition that is not understood would be one that is not kept. */
    private void narrowing(ProvisionComponent provision) {
        unused("action", provision.hasAction());
        unused("securityLabel", provision.hasSecurityLabel());
        unused("purpose", provision.hasPurpose());
        unused("code", provision.hasCode());
        unused("dataPeriod", provision.hasDataPeriod());
        unused("data", provision.hasData());
        unused("provision", provision.hasProvision());
        unused("modifierExtension", provision.hasModifierExtension());
        if (consent.hasModifierExtension()) {
            problem("Consent.modifierExtension", "something", "nothing, since it could change what the rest means");
        }
    }

    private void unused(String element, boolean there) {
        if (there) {
            problem("Consent.provision." + element, "a condition", "none, since the bridge cannot see that it is kept");
        }
    }

    private Optional<String> recordedBy() {
        for (Reference performer : consent.getPerformer()) {
            if (performer.hasDisplay()) {
                return Optional.of(performer.getDisplay());
            }
        }
        for (Reference organization : consent.getOrganization()) {
            if (organization.hasDisplay()) {
                return Optional.of(organization.getDisplay());
            }
        }
        problem("Consent.performer.display", "nothing", "who recorded it");
        return Optional.empty();
    }

    private Optional<LocalDate> day(BaseDateTimeType moment) {
        if (!moment.hasValue()) {
            return Optional.empty();
        }
        // A date alone is that day; with a time, the day in the municipality.
        String text = moment.getValueAsString();
        return Optional.of(
                text.length() == 10
                        ? LocalDate.parse(text)
                        : moment.getValueAsCalendar().toInstant().atZone(zone).toLocalDate());
    }

    private void problem(String element, String found, String expected) {
        problems.add(new Problem(Reason.BAD_SUPPLEMENT, element, found, expected));
    }

    /**
     * The consent that a ground is.
     *
     * @param patient id of the Patient whose it is
     */
    public static Consent toConsent(String id, String patient, RecordedGround ground) {
        Consent consent = new Consent();
        consent.setId(id);
        consent.setStatus(ground.kind() == Kind.CONSENT_WITHDRAWN ? ConsentState.INACTIVE : ConsentState.ACTIVE);
        consent.getScope()
                .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", null));
        consent.addCategory().addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IDSCL", null));
        consent.getPolicyRule()
                .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "OPTIN", null));
        consent.setPatient(new Reference("Patient/" + patient));
        consent.addPerformer(new Reference().setDisplay(ground.recordedBy()));
        if (ground.kind() == Kind.CONSENT_WITHDRAWN) {
            ground.period().start().ifPresent(day -> consent.setDateTimeElement(new DateTimeType(day.toString())));
        }
        ProvisionComponent provision = consent.getProvision();
        provision.setType(ground.kind() == Kind.BLOCK ? ConsentProvisionType.DENY : ConsentProvisionType.PERMIT);
        Period period = new Period();
        ground.period().start().ifPresent(day -> period.setStartElement(new DateTimeType(day.toString())));
        ground.period().end().ifPresent(day -> period.setEndElement(new DateTimeType(day.toString())));
        if (!period.isEmpty()) {
            provision.setPeriod(period);
        }
        ground.scope().concepts().forEach(concept -> provision.addClass_(new Coding(CONCEPTS, concept.code(), null)));
        for (String recipient : ground.scope().recipients()) {
            provisionActorComponent actor = provision.addActor();
            actor.getRole()
                    .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", null));
            actor.getReference().getIdentifier().setSystem(RECIPIENTS).setValue(recipient);
        }
        return consent;
    }
}
