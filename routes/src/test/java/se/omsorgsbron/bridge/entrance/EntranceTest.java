package se.omsorgsbron.bridge.entrance;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Everything that is tried at a whole running bridge, which is started once for it. */
@Suite
@SelectClasses({
    TokenCases.class,
    ApiCases.class,
    PatrolCases.class,
    PatrolBatchCases.class,
    RiskCases.class,
    PatrolContractCases.class,
    PatrolFileCases.class,
    FhirCases.class,
    PrimaryCareCases.class,
    PrimaryCareRefusalCases.class,
    OtherMunicipalityCases.class,
    HostileInputCases.class
})
class EntranceTest {}
