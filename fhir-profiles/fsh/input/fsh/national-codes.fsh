// The few national codes that we use, as fragments, so that they can be checked without a terminology server.
// Their owners are Inera and HL7 Sweden; a fragment claims nothing about the codes it leaves out.

Instance: kv-typ-av-fast-kontakt
InstanceOf: CodeSystem
Usage: #definition
* url = "https://terminologitjansten.inera.se/inera-kodverksforvaltning/kodverk/kv_typ_av_fast_kontakt"
* name = "TypAvFastKontakt"
* title = "Typ av fast kontakt (urval)"
* status = #active
* content = #fragment
* concept[+].code = #1
* concept[=].display = "fast vårdkontakt"
* concept[+].code = #2
* concept[=].display = "fast läkarkontakt"
* concept[+].code = #3
* concept[=].display = "fast omsorgskontakt i hemtjänsten"
* concept[+].code = #4
* concept[=].display = "övergripande samordning"

Instance: typ-av-careteam
InstanceOf: CodeSystem
Usage: #definition
* url = "https://fhir.inera.se/ig/careteam/CodeSystem/typ-av-careteam-cs"
* name = "TypAvCareTeam"
* title = "Typ av CareTeam (urval)"
* status = #active
* content = #fragment
* concept[+].code = #fast-kontakt
* concept[+].code = #team

Instance: typeofcareplan
InstanceOf: CodeSystem
Usage: #definition
* url = "https://fhir.inera.se/CodeSystem/typeofcareplan-cs"
* name = "TypeOfCarePlan"
* title = "Typ av plan (urval)"
* status = #active
* content = #fragment
* concept[+].code = #GP
* concept[=].display = "Genomförandeplan"
* concept[+].code = #HP
* concept[=].display = "Handlingsplan"
* concept[+].code = #SIP
* concept[=].display = "Samordnad individuell plan"

Instance: se-security-label
InstanceOf: CodeSystem
Usage: #definition
* url = "http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel"
* name = "SecurityLabelFragment"
* title = "Säkerhetsmärkning (urval)"
* status = #active
* content = #fragment
* concept[+].code = #sekretessmarkering
* concept[=].display = "Sekretessmarkering"
* concept[+].code = #skyddadFolkbokforing
* concept[=].display = "Skyddad folkbokföring"
