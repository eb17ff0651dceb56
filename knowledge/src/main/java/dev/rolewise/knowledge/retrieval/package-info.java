/** Finds the passages and facts that bear on a question. */
@NullMarked
package dev.rolewise.knowledge.retrieval;

import org.jspecify.annotations.NullMarked;
