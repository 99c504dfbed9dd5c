// Canonical URLs of others. Wire values: never translated.
Alias: $dar = http://hl7.org/fhir/StructureDefinition/data-absent-reason
Alias: $contact-kind = https://terminologitjansten.inera.se/inera-kodverksforvaltning/kodverk/kv_typ_av_fast_kontakt
Alias: $team-kind = https://fhir.inera.se/ig/careteam/CodeSystem/typ-av-careteam-cs
Alias: $plan-kind = https://fhir.inera.se/CodeSystem/typeofcareplan-cs
Alias: $label = http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel
