/**
 * What an input is read as, which of its fields are used where and which are not, what it becomes in FHIR, and what each recipient gets of
 * it. An explanation shows content on purpose: only commands for those who may see it use this package.
 */
package se.omsorgsbron.bridge.explain;
