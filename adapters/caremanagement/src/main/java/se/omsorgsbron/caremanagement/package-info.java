/**
 * The adapter for Sundsvall's CareManagement: {@link se.omsorgsbron.caremanagement.CareManagement} gives its feeds and its journal. What is
 * read and written stands in {@code docs/caremanagement-mapping.md}. No Spring and no Camel: whoever runs them lifts them into routes.
 */
package se.omsorgsbron.caremanagement;
