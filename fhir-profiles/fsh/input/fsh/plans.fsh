Profile: HomeCarePlan
Parent: CarePlan
Id: home-care-plan
Title: "Plan i hemtjänsten"
Description: "What the plans of home care have in common: who drew it up and when, for which period, how, when and by whom each service is given, whether the person took part, and when it is followed up. What is missing has a data-absent-reason. A coordinated individual plan (SIP) claims this profile; the two below have their own."
* insert SourceIdentified
* insert AboutPatient
* insert NotOfProtectedPerson
* extension contains Participation named participation 0..1 and NextFollowUp named nextFollowUp 0..1
* intent = #plan
* category 1..*
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "coding.system"
* category ^slicing.rules = #open
* category contains planType 1..1
* category[planType].coding 1..1
* category[planType].coding.system 1..1
* category[planType].coding.system = "https://fhir.inera.se/CodeSystem/typeofcareplan-cs"
* category[planType] from PlanTypeVS (required)
* period 1..1
* period.start 1..1
* created 1..1
* author 1..1
* activity.detail 1..1
* activity.detail.extension contains ActivityPeriod named period 0..1
* activity.detail.code 1..1
* activity.detail.description 1..1
* activity.detail.scheduled[x] 1..1
* activity.detail.scheduled[x] only string
* activity.detail.performer 1..*
* obeys pln-1 and pln-3
* activity.detail obeys pln-2

Invariant: pln-1
Description: "En plan ersätter inte sig själv. / A plan does not replace itself."
* severity = #error
* expression = "id.empty() or replaces.reference.where($this = 'CarePlan/' + %resource.id).empty()"

Invariant: pln-2
Description: "Hur, när och av vem: var och en har ett värde, eller så står det varför det saknas. / How, when and by whom: each has a value, or it says why there is none."
* severity = #error
* expression = "(description.hasValue() or description.extension('http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists()) and (scheduled.hasValue() or scheduled.extension('http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists()) and performer.all(reference.exists() or identifier.exists() or display.exists() or extension('http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists())"

Invariant: pln-3
Description: "En plan som inte skulle ha funnits har ingen text kvar. / A plan entered in error keeps no text."
* severity = #error
* expression = "status = 'entered-in-error' implies (activity.empty() and goal.empty() and note.empty() and description.empty() and contained.empty() and text.empty() and extension.empty())"

Profile: ImplementationPlan
Parent: HomeCarePlan
Id: implementation-plan
Title: "Genomförandeplan"
Description: "The implementation plan (genomförandeplan) of a person with home care."
* category[planType].coding.code 1..1
* category[planType].coding.code = #GP

Profile: ActionPlan
Parent: HomeCarePlan
Id: action-plan
Title: "Handlingsplan"
Description: "An action plan (handlingsplan), for example for protective measures, drawn up with the manager when needed."
* category[planType].coding.code 1..1
* category[planType].coding.code = #HP
