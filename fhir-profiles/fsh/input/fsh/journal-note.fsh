Profile: JournalNote
Parent: Communication
Id: journal-note
Title: "Social journalanteckning"
Description: "A signed note from the social journal. A withdrawn note stays, marked as entered in error, without its text. A correction is a note of its own that names the one it corrects."
* insert SourceIdentified
* insert AboutPatient
* insert NotOfProtectedPerson
* extension contains Corrects named corrects 0..1 and Occurred named occurred 0..1 and SourceLaw named sourceLaw 0..1
* category 1..*
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "coding.system"
* category ^slicing.rules = #open
* category contains kind 1..1
* category[kind].coding 1..*
* category[kind].coding.system 1..1
* category[kind].coding.system = "https://fhir.omsorgsbron.se/CodeSystem/note-kind"
* category[kind] from NoteKindVS (required)
* sent 1..1
* sender 1..1
* payload.content[x] only string
* note 0..0
* obeys not-1 and not-2 and not-3

Invariant: not-1
Description: "En anteckning är gällande eller återkallad. / A note is completed or entered in error."
* severity = #error
* expression = "status = 'completed' or status = 'entered-in-error'"

Invariant: not-2
Description: "En gällande anteckning har precis en text. / A note has exactly one text, unless it is withdrawn."
* severity = #error
* expression = "status = 'entered-in-error' or (payload.count() = 1 and payload.content.toString().trim().length() > 0)"

Invariant: not-3
Description: "En återkallad anteckning har ingen text kvar. / A withdrawn note keeps no text."
* severity = #error
* expression = "status = 'entered-in-error' implies (payload.empty() and text.empty())"
