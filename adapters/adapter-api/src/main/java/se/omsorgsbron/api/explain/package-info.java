/** What an adapter offers so that one record of its system can be explained: which kinds there are, and why some fields are not used. */
package se.omsorgsbron.api.explain;
