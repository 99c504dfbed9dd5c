Extension: ContactRank
Id: contact-rank
Title: "Rang: person 1, person 2"
Description: "The order between the permanent care contacts of one person: 1 is person 1 (the contact), 2 is person 2 (the substitute). R4's CareTeam has no rank."
Context: CareTeam.participant
* value[x] 1..1
* value[x] only positiveInt

Extension: ContactExemption
Id: contact-exemption
Title: "Uppenbart obehövlig fast omsorgskontakt"
Description: "Why the person has no permanent care contact although home care is given (the exception 'uppenbart obehövligt')."
Context: CareTeam.participant
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from ExemptionReasonVS (required)

Extension: Participation
Id: participation
Title: "Den enskildes delaktighet"
Description: "Whether the person took part in drawing up the plan, and a comment, for example why not."
Context: CarePlan
* extension contains
    participated 1..1 and
    comment 0..1
* extension[participated].value[x] 1..1
* extension[participated].value[x] only boolean
* extension[comment].value[x] 1..1
* extension[comment].value[x] only string

Extension: NextFollowUp
Id: next-follow-up
Title: "Nästa uppföljning"
Description: "The date on which the plan is to be followed up next, and a comment."
Context: CarePlan
* extension contains
    date 1..1 and
    comment 0..1
* extension[date].value[x] 1..1
* extension[date].value[x] only date
* extension[comment].value[x] 1..1
* extension[comment].value[x] only string

Extension: Corrects
Id: corrects
Title: "Rättar anteckning"
Description: "The earlier note that this note corrects. inResponseTo is for replies, which a correction is not."
Context: Communication
* value[x] 1..1
* value[x] only Reference(Communication)

Extension: Occurred
Id: occurred
Title: "Händelsetid"
Description: "When that happened which the note tells of. Communication.sent is when the note was signed."
Context: Communication
* value[x] 1..1
* value[x] only dateTime

Extension: SourceLaw
Id: source-law
Title: "Lagrum"
Description: "The act under which the note was written."
Context: Communication
* value[x] 1..1
* value[x] only code
* valueCode from SourceLawVS (required)

Extension: ActivityPeriod
Id: activity-period
Title: "Insatsens tid"
Description: "First and last day of a service in the plan. When in the day or week it is given stands in scheduledString."
Context: CarePlan.activity.detail
* value[x] 1..1
* value[x] only Period

Extension: SignedRoutine
Id: signed-routine
Title: "Undertecknad rutin"
Description: "That the contact has read and signed the routine and the job description: place, date and the routine's name."
Context: PractitionerRole
* extension contains
    date 1..1 and
    place 0..1 and
    routine 0..1
* extension[date].value[x] 1..1
* extension[date].value[x] only date
* extension[place].value[x] 1..1
* extension[place].value[x] only string
* extension[routine].value[x] 1..1
* extension[routine].value[x] only string
