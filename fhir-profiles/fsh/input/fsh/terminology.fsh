CodeSystem: CareTeamRole
Id: care-team-role
Title: "Roller kring den enskilde"
Description: "Roles in the team around a person with home care. Fast vårdkontakt, fast läkarkontakt and fast omsorgskontakt have national codes and are not repeated here."
* ^caseSensitive = true
* ^experimental = false
* #person-1 "Person 1" "The permanent care contact who comes first."
* #person-2 "Person 2 (ersättare)" "The second permanent care contact, the substitute."
* #relative "Anhörig" "Relative."
* #representative "Företrädare" "Another representative than a legal guardian, for example by power of attorney."
* #legal-guardian "God man eller förvaltare" "Legal guardian."
* #friend "Kamrat" "Friend."
* #case-officer "Biståndshandläggare" "The officer who handles the person's case."
* #night-patrol "Nattpatrull" "Night patrol."
* #primary-care "Primärvård" "Primary care."
* #physician "Läkare" "Physician."
* #dentist "Tandläkare" "Dentist."
* #rehabilitation "Rehabilitering" "Rehabilitation."
* #day-activity "Dagverksamhet (SoL)" "Day activity under the Social Services Act."
* #daily-activity-lss "Daglig verksamhet (LSS)" "Daily activity under LSS."
* #assistive-devices-centre "Hjälpmedelscentral" "Assistive devices centre."
* #mobility-service "Färdtjänst" "Mobility service."
* #companion "Ledsagare" "Companion."
* #contact-person "Kontaktperson" "Contact person, which is another assignment than the permanent care contact."
* #unit-manager "Enhetschef" "The manager who answers for every person having a contact."
* #coordinator "Koordinator" "Supervises the permanent care contact."

CodeSystem: NoteKind
Id: note-kind
Title: "Slag av social anteckning"
Description: "What kind of note in the social journal it is. The source tells it by headline only; a table in the configuration says which headline is which kind."
* ^caseSensitive = true
* ^experimental = false
* #daily "Daganteckning" "An ordinary note."
* #deviation "Avvikelse" "Something went otherwise than it should."
* #risk "Risk" "A risk of harm in the person's surroundings."
* #follow-up "Uppföljning" "How the support works."
* #changed-need "Ändrat behov eller önskemål" "A need or wish that has changed."
* #hand-over "Överlämning" "Something handed over to somebody else."
* #officer-contact "Kontakt med handläggare" "Contact with the case officer."
* #critical-information "Viktig information" "Infections, observations and warnings that everybody who meets the person has to know."

CodeSystem: ExemptionReason
Id: exemption-reason
Title: "Skäl till att fast omsorgskontakt är uppenbart obehövlig"
Description: "Why no permanent care contact is appointed."
* ^caseSensitive = true
* ^experimental = false
* #only-safety-alarm "Endast trygghetslarm" "The person has a safety alarm and nothing else."
* #only-service "Endast serviceinsatser" "The person has service tasks only."
* #other "Annat skäl" "Another reason, told in words."

CodeSystem: TitleProof
Id: title-proof
Title: "Styrkt titel som undersköterska"
Description: "What the right to the title undersköterska rests on."
* ^caseSensitive = true
* ^experimental = false
* #protected-title "Bevis om skyddad yrkestitel" "Proof of the protected title, from Socialstyrelsen."
* #employed-2023-07-01 "Tillsvidareanställd undersköterska 2023-07-01" "Permanently employed with the title on 2023-07-01, which counts until 2033-06-30."

CodeSystem: DisclosureGround
Id: disclosure-ground
Title: "Grund för utlämnande"
Description: "What a disclosure rests on. Every disclosure has one, recorded."
* ^caseSensitive = true
* ^experimental = false
* #same-municipality "Samma kommun" "OSL 26 kap. 9 c §: the night patrol of the same municipality."
* #consent "Samtycke" "The person's consent, with scope and period."
* #svod "Sammanhållen vård- och omsorgsdokumentation" "Lag 2022:913: information given, not blocked, relation and consent."
* #harm-test "Menprövning" "A decision by a named officer."
* #private-provider "Enskild verksamhet" "SoL 17 kap. 11 §."

CodeSystem: SourceLawCS
Id: source-law
Title: "Lagrum"
Description: "The act under which something was decided or written; the Swedish acronyms are the codes."
* ^caseSensitive = true
* ^experimental = false
* #SoL "Socialtjänstlagen" "The Social Services Act."
* #LSS "Lagen om stöd och service till vissa funktionshindrade" "The act on support and service for persons with certain functional impairments."
* #HSL "Hälso- och sjukvårdslagen" "The Health and Medical Services Act."
* #other "Annan lag" "Another act that the source names."

CodeSystem: Protection
Id: protection
Title: "Skydd som inte kan fastställas"
Description: "Stands beside the national label when the source did not say whether the person is protected; unknown counts as protected."
* ^caseSensitive = true
* ^experimental = false
* #unknown "Okänt skydd, behandlas som skyddad" "The source did not say, so the person is treated as protected."

ValueSet: CareTeamRoleVS
Id: care-team-role
Title: "Roller kring den enskilde"
Description: "The project's roles and the national kinds of permanent contact."
* ^experimental = false
* include codes from system CareTeamRole
* $contact-kind#1
* $contact-kind#2
* $contact-kind#3

ValueSet: NoteKindVS
Id: note-kind
Title: "Slag av social anteckning"
Description: "Kinds of note in the social journal."
* ^experimental = false
* include codes from system NoteKind

ValueSet: ExemptionReasonVS
Id: exemption-reason
Title: "Skäl till undantag"
Description: "Why no permanent care contact is appointed."
* ^experimental = false
* include codes from system ExemptionReason

ValueSet: TitleProofVS
Id: title-proof
Title: "Styrkt titel"
Description: "What the right to the title undersköterska rests on."
* ^experimental = false
* include codes from system TitleProof

ValueSet: SourceLawVS
Id: source-law
Title: "Lagrum"
Description: "The act under which a note was written."
* ^experimental = false
* include codes from system SourceLawCS

ValueSet: PlanTypeVS
Id: plan-type
Title: "Typ av plan"
Description: "The national types of plan that the bridge carries."
* ^experimental = false
* $plan-kind#GP
* $plan-kind#HP
* $plan-kind#SIP
