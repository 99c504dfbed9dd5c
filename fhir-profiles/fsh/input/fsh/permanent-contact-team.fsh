Profile: PermanentContactTeam
Parent: CareTeam
Id: permanent-contact-team
Title: "Fast omsorgskontakt och teamet kring den enskilde"
Description: "Who is the permanent care contact (fast omsorgskontakt) of a person, first and second, and who else is around the person. Members who have left stay, with the end of their period."
* insert SourceIdentified
* insert AboutPatient
* status 1..1
* category 1..*
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains permanentContact 1..1
* category[permanentContact] = $team-kind#fast-kontakt
* name 1..1
* period 1..1
* period.start 1..1
* participant.extension contains ContactRank named rank 0..1 and ContactExemption named exemption 0..1
* participant.role 1..*
* participant.role from CareTeamRoleVS (required)
* participant.member 1..1
* participant.member only Reference(Practitioner or PractitionerRole or RelatedPerson or Organization)
* note 0..0
* obeys pct-1 and pct-2 and pct-3 and pct-7
* participant obeys pct-4 and pct-5 and pct-6 and pct-8

Invariant: pct-1
Description: "Högst en pågående kontakt har en viss rang. / At most one active member has a given rank."
* severity = #error
* expression = "participant.where(period.end.empty()).extension('https://fhir.omsorgsbron.se/StructureDefinition/contact-rank').value.isDistinct()"

Invariant: pct-2
Description: "Samma person är inte medlem två gånger samtidigt; flera roller skrivs på samma medlem. / The same person is not an active member twice; several roles go on one member."
* severity = #error
* expression = "participant.where(period.end.empty()).member.reference.isDistinct()"

Invariant: pct-3
Description: "I ett avslutat team är varje medlem avslutad, med slutdatum. / In a team that is inactive every member has ended, with the date."
* severity = #error
* expression = "status = 'inactive' implies participant.where(member.extension('http://hl7.org/fhir/StructureDefinition/data-absent-reason').empty()).all(period.end.exists())"

Invariant: pct-4
Description: "En medlem är någon, eller så står det varför ingen finns; inte både och. / A member is somebody, or it says why nobody is; never both."
* severity = #error
* expression = "iif(member.extension('http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists(), member.reference.empty() and member.identifier.empty(), member.reference.exists() or member.identifier.exists() or member.display.exists())"

Invariant: pct-5
Description: "Bara en fast omsorgskontakt har rang, och den är 1 eller 2. / Only a permanent care contact has a rank, and it is 1 or 2."
* severity = #error
* expression = "extension('https://fhir.omsorgsbron.se/StructureDefinition/contact-rank').exists() implies (extension('https://fhir.omsorgsbron.se/StructureDefinition/contact-rank').value <= 2 and role.coding.where(system = 'https://terminologitjansten.inera.se/inera-kodverksforvaltning/kodverk/kv_typ_av_fast_kontakt' and code = '3').exists())"

Invariant: pct-6
Description: "Rang 1 är person 1 och rang 2 är person 2. / Rank 1 is person 1 and rank 2 is person 2."
* severity = #error
* expression = "(extension('https://fhir.omsorgsbron.se/StructureDefinition/contact-rank').where(value = 1).exists() = role.coding.where(system = 'https://fhir.omsorgsbron.se/CodeSystem/care-team-role' and code = 'person-1').exists()) and (extension('https://fhir.omsorgsbron.se/StructureDefinition/contact-rank').where(value = 2).exists() = role.coding.where(system = 'https://fhir.omsorgsbron.se/CodeSystem/care-team-role' and code = 'person-2').exists())"

Invariant: pct-7
Description: "För en person med skyddade personuppgifter lämnas varken anhöriga, andra enskilda eller ansvarig enhet ut. / For a person with protected identity no relatives, other private persons or managing unit are disclosed."
* severity = #error
* expression = "meta.security.where(system = 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel').exists() implies (managingOrganization.empty() and participant.where(member.type = 'RelatedPerson' or member.reference.contains('RelatedPerson/') or role.coding.where(system = 'https://fhir.omsorgsbron.se/CodeSystem/care-team-role' and (code = 'relative' or code = 'representative' or code = 'legal-guardian' or code = 'friend')).exists()).empty())"

Invariant: pct-8
Description: "En fast omsorgskontakt är det från en dag, eller så står det varför dagen saknas. / A permanent care contact is one from a day on, or it says why the day is missing."
* severity = #error
* expression = "(role.coding.where(system = 'https://terminologitjansten.inera.se/inera-kodverksforvaltning/kodverk/kv_typ_av_fast_kontakt' and code = '3').exists() and member.extension('http://hl7.org/fhir/StructureDefinition/data-absent-reason').empty()) implies period.start.exists()"
