/** CareManagement as a recipient: notes of other systems in the journal of the person's errand, each once. */
package se.omsorgsbron.caremanagement.journal;
