/** Reads role documents into sections and statements that know their line. */
@NullMarked
package dev.rolewise.knowledge.document;

import org.jspecify.annotations.NullMarked;
