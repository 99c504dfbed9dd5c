Profile: OmsorgsbronPatient
Parent: Patient
Id: omsorgsbron-patient
Title: "Den enskilde"
Description: "The person with home care, as sent when primary care has no such patient and creating is configured. Also valid against the Swedish base profile."
* insert SourceIdentified
* name 0..1
* photo 0..0
* contact 0..0
* obeys pat-1 and pat-2 and pat-3

Invariant: pat-1
Description: "Ett identitetsnummer har sin form: tolv siffror, eller reservnummer med åtta siffror och fyra tecken. / An identity number has its form: twelve digits, or a reserve number of eight digits and four characters."
* severity = #error
* expression = "identifier.where(system = 'http://electronichealth.se/identifier/personnummer' or system = 'http://electronichealth.se/identifier/samordningsnummer').all(value.matches('^[0-9]{12}$')) and identifier.where(system = 'http://electronichealth.se/identifier/nationelltReservnummer').all(value.matches('^[0-9]{8}[0-9A-Zptf]{4}$'))"

Invariant: pat-2
Description: "För en person med skyddade personuppgifter lämnas varken adress, telefon eller enhet ut. / For a person with protected identity no address, telephone or unit is disclosed."
* severity = #error
* expression = "meta.security.where(system = 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel').exists() implies (address.empty() and telecom.empty() and managingOrganization.empty() and generalPractitioner.empty() and text.empty())"

Invariant: pat-3
Description: "För en person med skyddade personuppgifter står 'Skyddad uppgift' i varje del av namnet. / For a person with protected identity every part of the name reads 'Skyddad uppgift'."
* severity = #error
* expression = "meta.security.where(system = 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel').exists() implies name.all((text | family | given | prefix | suffix | extension.value).all($this.toString() = 'Skyddad uppgift'))"

Profile: OmsorgsbronRelatedPerson
Parent: RelatedPerson
Id: omsorgsbron-related-person
Title: "Anhörig, god man eller annan enskild"
Description: "A relative, legal guardian, friend or other private person around the person. The identity number and the address stay in the source: the team needs neither."
* insert SourceIdentified
* relationship 1..*
* relationship from CareTeamRoleVS (required)
* name 0..1
* birthDate 0..0
* gender 0..0
* photo 0..0
* address 0..0
* obeys prs-1 and prs-2

Invariant: prs-2
Description: "Anhöriga till en person med skyddade personuppgifter lämnas inte ut; det som redan lämnats töms. / Relatives of a person with protected identity are not disclosed; what was is emptied."
* severity = #error
* expression = "meta.security.where(system = 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel').exists() implies (active = false and name.empty() and telecom.empty() and communication.empty() and text.empty() and relationship.text.empty())"
