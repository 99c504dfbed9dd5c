Profile: OmsorgsbronPractitioner
Parent: Practitioner
Id: omsorgsbron-practitioner
Title: "Personal"
Description: "A member of staff, with what the right to the title undersköterska rests on. Also valid against the Swedish base profile."
* insert SourceIdentified
* name 0..1
* address 0..0
* gender 0..0
* birthDate 0..0
* photo 0..0
* qualification.code from TitleProofVS (required)
* obeys prs-1

Invariant: prs-1
Description: "Personnummer för personal och anhöriga lämnas inte ut. / Identity numbers of staff and relatives are not disclosed."
* severity = #error
* expression = "identifier.where(system = 'http://electronichealth.se/identifier/personnummer' or system = 'http://electronichealth.se/identifier/samordningsnummer' or system = 'http://electronichealth.se/identifier/nationelltReservnummer').empty()"

Profile: OmsorgsbronPractitionerRole
Parent: PractitionerRole
Id: omsorgsbron-practitioner-role
Title: "Personalens uppdrag vid en enhet"
Description: "A member of staff at one unit where they are a permanent care contact or have another role around a person. Also valid against the Swedish base profile."
* insert SourceIdentified
* extension contains SignedRoutine named signedRoutine 0..*
* practitioner 1..1
* practitioner only Reference(Practitioner)
* organization 1..1
* organization only Reference(Organization)
// In words only: the Swedish base profile slices code.coding in a way that no validator can evaluate, so any coding fails
// there. That the assignment is as permanent care contact stands, coded, in the CareTeam.
* code 1..*
* code.text 1..1

Profile: OmsorgsbronOrganization
Parent: Organization
Id: omsorgsbron-organization
Title: "Utförarenhet"
Description: "A provider's unit, or the provider. Also valid against the Swedish base profile."
* insert SourceIdentified
* name 1..1
* contact 0..0
