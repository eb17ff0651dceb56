/** Holds everything that was loaded in one immutable snapshot. */
@NullMarked
package dev.rolewise.knowledge.index;

import org.jspecify.annotations.NullMarked;
