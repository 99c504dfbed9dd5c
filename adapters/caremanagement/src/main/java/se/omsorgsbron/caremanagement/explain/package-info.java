/** One record of CareManagement, read for an explanation. */
package se.omsorgsbron.caremanagement.explain;
