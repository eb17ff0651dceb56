/** Starts Rolewise and wires its parts together. */
@NullMarked
package dev.rolewise.bot;

import org.jspecify.annotations.NullMarked;
