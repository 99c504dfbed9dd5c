/** CareManagement's own shapes: its lists, the code lists of the contract, the longest texts it takes. */
package se.omsorgsbron.caremanagement.wire;
