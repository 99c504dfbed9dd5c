// Rules that several profiles share.

// What came from a source system names the system (one URI per municipality and system) and its id there.
RuleSet: SourceIdentified
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1

// Primary care owns its patient, so no profile of ours is asked of the one referred to.
RuleSet: AboutPatient
* subject 1..1
* subject only Reference(Patient)

// Free text and places in these resources could point the person out. One that was delivered before the person was protected
// can only be withdrawn, which takes its text away.
RuleSet: NotOfProtectedPerson
* obeys prot-1

Invariant: prot-1
Description: "Ett dokument om en person med skyddade personuppgifter lämnas inte ut; det som redan lämnats återkallas. / A document about a person with protected identity is not disclosed; one that was is withdrawn."
* severity = #error
* expression = "meta.security.where(system = 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel').exists() implies status = 'entered-in-error'"
