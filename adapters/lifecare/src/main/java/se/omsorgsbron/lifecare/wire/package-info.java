/** Lifecare's own shapes: its resources, by path and version. */
package se.omsorgsbron.lifecare.wire;
