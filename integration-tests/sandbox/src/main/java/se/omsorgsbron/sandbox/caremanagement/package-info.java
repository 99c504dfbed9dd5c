/**
 * A simulated CareManagement (Sundsvall) over real HTTP, on WireMock, with a party look-up beside it. It behaves as the contract and the
 * project's facts about it say and fails on demand, before or after it has stored. Shares no class with the bridge.
 */
package se.omsorgsbron.sandbox.caremanagement;
