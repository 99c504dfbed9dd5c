/** The feeds: which lists are read how (changes, snapshots, by execution), and what absence in them means. */
package se.omsorgsbron.lifecare.feed;
