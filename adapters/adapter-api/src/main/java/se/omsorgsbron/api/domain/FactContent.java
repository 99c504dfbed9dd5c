package se.omsorgsbron.api.domain;

/** What a fact says: one of the domain's records. Serialised as JSON in the ledger, under its {@link FactKind}. */
public sealed interface FactContent
        permits Person,
                PermanentContact,
                ContactStep,
                ContactRank,
                StaffMember,
                ProofOfTitle,
                SignedRoutine,
                StaffProtection,
                ProviderUnit,
                TeamMember,
                Plan,
                JournalNote,
                Decision,
                Execution,
                Visit,
                RecordedGround,
                NotForPatient {}
