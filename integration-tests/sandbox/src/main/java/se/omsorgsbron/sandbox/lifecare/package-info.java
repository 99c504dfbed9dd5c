/**
 * A simulated Lifecare (elderly care API of Tietoevry Lifecare) over real HTTP, on WireMock. It behaves as the contract
 * and the project's facts about it say, serves nothing that the contract lacks, and fails on demand. Shares no class with
 * the bridge; uses {@link se.omsorgsbron.sandbox.town}.
 */
package se.omsorgsbron.sandbox.lifecare;
